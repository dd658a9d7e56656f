package vn.plancascade.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

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

    /** Gives the unit another name from a day on. */
    void rename(String unitCode, String name, LocalDate from, String enteredBy);

    /** Puts what stands right below these units below another one from a day on, in both trees, by sets. */
    void moveBelow(Collection<String> units, String into, LocalDate from);

    /** Puts all units of these provinces into the province of a unit from a day on; those too that have ended. */
    void moveProvinces(Collection<String> provinces, String into, LocalDate from, String enteredBy);

    /** Gives everybody's roles in these units in another one as well from a day on; of heads only those of the first. */
    void takePeople(List<String> units, String into, LocalDate from);

    /**
     * Ends a unit and its people's roles there: the day given is the first on which it no longer exists. It keeps its place in
     * the trees, so that whoever watched over it still sees what it did.
     *
     * @param successors the units that come in its place, if any do
     * @param peopleUntil the first day on which its people hold no role there any more: the day itself, or a later one
     */
    void close(String unitCode, Collection<String> successors, LocalDate from, LocalDate peopleUntil);

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
