package vn.plancascade.account.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** The heads who hear of a change to an account, of the units in which its holder has a role. */
@Component
class AccountWatchers {

    private final PeopleReader people;
    private final Organisation organisation;

    AccountWatchers(PeopleReader people, Organisation organisation) {
        this.people = people;
        this.organisation = organisation;
    }

    /** The units in which the person has a role. */
    Set<String> unitsOf(String login) {
        Set<String> units = new LinkedHashSet<>();
        people.roles(login).forEach(role -> units.add(role.unitCode()));
        return units;
    }

    /** The unit's other heads; where there is none, those of the unit above, since nobody watches over himself. */
    List<Person> of(String unit, String login) {
        List<Person> own = others(unit, login);
        return own.isEmpty()
                ? organisation
                        .unit(unit)
                        .map(found -> found.reportsToCode())
                        .map(above -> others(above, login))
                        .orElse(List.of())
                : own;
    }

    private List<Person> others(String unit, String login) {
        return organisation.holders(Role.head, unit).stream()
                .filter(head -> !head.login().equals(login))
                .toList();
    }
}
