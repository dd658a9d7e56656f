package vn.plancascade.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;

/** Units and people as they stand today, by the product's clock. */
public interface Organisation {

    /** The unit of a code, however it is written. */
    Optional<Unit> unit(String code);

    /** Names by code, for lists. */
    Map<String, String> unitNames(Collection<String> codes);

    Page<Unit> units(UnitQuery query, Scope scope, PageRequest page);

    /** The names of provinces by their code, in the order of the codes. */
    Map<String, String> provinces();

    /** Who may act, whatever the case of the login: empty if there is no such person or the person is disabled. */
    Optional<Actor> actor(String login);

    /** The person of a login, whatever its case. */
    Optional<Person> person(String login);

    /** A login that somebody typed, as it is kept; as it was typed where it is nobody's. */
    default String loginOf(String typed) {
        return typed == null ? null : person(typed).map(Person::login).orElse(typed);
    }

    /** The full name behind a login; what is no login is a name already; null where nobody is known. */
    default String nameOf(String login) {
        return login == null ? null : person(login).map(Person::fullName).orElse(login);
    }

    /** The same for many at once, by login; null among them is left out. */
    Map<String, String> namesOf(Collection<String> logins);

    /** The people who hold the role in the unit today, enabled ones only, by login. */
    List<Person> holders(Role role, String unitCode);

    /** The same for many units at once, by unit code; a unit without a holder is left out. */
    Map<String, List<Person>> holders(Role role, Collection<String> unitCodes);

    /** The people who hold the role today, in whatever unit, enabled ones only, by login. */
    List<Person> holders(Role role);

    boolean hasClerk(String unitCode);

    /** What the person may see. */
    Scope scopeOf(Actor actor);

    /** Whether the unit lies in the scope. */
    boolean isWithin(Scope scope, String unitCode);

    /** Makes the table {@code unit_below} stand for today, for statements that join it. */
    void refreshTree();

    /** The units at and below this one along {@code reportsTo}. */
    Set<String> subtree(String unitCode);
}
