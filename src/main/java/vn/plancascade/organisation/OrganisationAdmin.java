package vn.plancascade.organisation;

import java.time.LocalDate;

/** Changes of units and people. Every change is dated; nothing is ever overwritten that a past duty rests on. */
public interface OrganisationAdmin {

    /**
     * Adds a unit with its two relations.
     *
     * @throws vn.plancascade.kernel.InvalidInput if the code, the kind or a superior is not acceptable
     * @throws vn.plancascade.kernel.Conflict if the code is taken
     */
    void addUnit(NewUnit unit);

    /**
     * Gives the unit another superior from a day on; the relation before it ends on that day.
     *
     * @param superiorCode null: none from that day on
     * @throws vn.plancascade.kernel.InvalidInput if the unit would come to stand below itself
     */
    void relate(String unitCode, Relation relation, String superiorCode, LocalDate from);

    /** Adds a person; the password hash may be null, for somebody who cannot log in yet. */
    void addPerson(Person person, String passwordHash);

    /** Gives a role from a day on. */
    void assign(String login, Role role, String unitCode, String title, LocalDate from);

    /** Ends a role: the day given is the first on which it is no longer held. */
    void endRole(String login, Role role, String unitCode, LocalDate from);

    /** Sets what is stored of a new password. */
    void setPasswordHash(String login, String passwordHash);

    /** Changes the person's name, address, language and whether they are enabled. */
    void change(Person person);
}
