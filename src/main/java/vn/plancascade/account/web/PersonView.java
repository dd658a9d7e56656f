package vn.plancascade.account.web;

import java.time.LocalDate;
import java.util.List;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/**
 * A person as the interface shows one.
 *
 * @param roles those that have not ended; null in lists
 */
record PersonView(
        String login,
        String fullName,
        String email,
        String phone,
        String locale,
        boolean enabled,
        boolean hasPassword,
        List<RoleView> roles) {

    static PersonView of(Person person, boolean hasPassword, List<RoleView> roles) {
        return new PersonView(
                person.login(),
                person.fullName(),
                person.email(),
                person.phone(),
                person.locale(),
                person.enabled(),
                hasPassword,
                roles);
    }

    /** @param validTo the first day on which it is no longer held, or null */
    record RoleView(String unitCode, Role role, String title, LocalDate validFrom, LocalDate validTo) {}
}
