package vn.plancascade.account.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.PeopleImported;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;

/**
 * Who hears of a change by which an account could be taken over or power be given: the person, at the address of before and
 * that of now, and the unit's head. Mails are queued in the transaction of the change, to addresses as they stand then.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AccountNotices {

    static final String KIND = "accountChange";

    private final PersonEvents events;
    private final PeopleReader people;
    private final AccountWatchers watchers;
    private final PersonalMails mails;
    private final Organisation organisation;
    private final Substitutions substitutions;

    AccountNotices(
            PersonEvents events,
            PeopleReader people,
            AccountWatchers watchers,
            PersonalMails mails,
            Organisation organisation,
            Substitutions substitutions) {
        this.events = events;
        this.people = people;
        this.watchers = watchers;
        this.mails = mails;
        this.organisation = organisation;
        this.substitutions = substitutions;
    }

    void addressChanged(String login, String actor, String before, String after, String reason) {
        long event = events.log(
                login, actor, "addressChanged", shown(before) + " → " + shown(after), reason, watchers.unitsOf(login));
        tell(
                event,
                login,
                Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                        .flatMap(Optional::stream),
                watchers.unitsOf(login));
    }

    /** Where the person acts for a head, that one has to find somebody else. */
    void disabled(String login, String actor) {
        List<Substitution> windows = substitutions.actingOf(login);
        if (windows.isEmpty()) {
            events.log(login, actor, "disabled", null);
            return;
        }
        String detail = windows.stream()
                .map(window -> window.unitCode() + " " + VietnamTime.text(window.from()) + " – "
                        + VietnamTime.text(window.to()))
                .collect(Collectors.joining(", "));
        long event = events.log(login, actor, "disabled", detail);
        tell(
                event,
                login,
                Stream.empty(),
                windows.stream().map(Substitution::unitCode).toList());
    }

    private static String shown(String address) {
        return address == null ? "–" : address;
    }

    void passwordSet(Person person, String actor, boolean hadOne) {
        long event = events.log(person.login(), actor, "passwordSet", null);
        if (hadOne) {
            tell(event, person.login(), Stream.ofNullable(person.email()), watchers.unitsOf(person.login()));
        }
    }

    /**
     * @param what {@code roleGiven} or {@code roleEnded}
     * @param detail group and day
     */
    void roleChanged(Person person, String actor, String what, Role role, String unit, String detail, String reason) {
        long event = events.log(person.login(), actor, what, detail, reason, Set.of(unit));
        if (role.decides()) {
            // Whoever cannot log in yet hears by the invitation.
            boolean comesIn = people.hasPassword(person.login());
            tell(event, person.login(), comesIn ? Stream.ofNullable(person.email()) : Stream.empty(), Set.of(unit));
        }
    }

    /** What an import has changed about people who were there before; whoever came with it hears by the invitation. */
    @EventListener
    void on(PeopleImported imported) {
        imported.addresses()
                .forEach(change -> addressChanged(
                        change.login(), imported.actor(), change.before(), change.after(), imported.reason()));
        Map<String, List<String>> ofNew = new LinkedHashMap<>();
        for (PeopleImported.RoleChange change : imported.roles()) {
            String detail = change.role().group(change.unitCode())
                    + (change.day() == null ? "" : ", " + VietnamTime.text(change.day()));
            if (change.isNew()) {
                ofNew.computeIfAbsent(change.login(), login -> new ArrayList<>())
                        .add(detail);
            } else {
                roleChanged(
                        organisation.person(change.login()).orElseThrow(),
                        imported.actor(),
                        change.given() ? "roleGiven" : "roleEnded",
                        change.role(),
                        change.unitCode(),
                        detail,
                        imported.reason());
            }
        }
        events.logAll(imported.actor(), "roleGiven", imported.reason(), ofNew);
    }

    private void tell(long event, String login, Stream<String> addresses, Collection<String> units) {
        Set<String> told = new LinkedHashSet<>();
        addresses.forEach(told::add);
        units.stream()
                .flatMap(unit -> watchers.of(unit, login).stream())
                .map(Person::email)
                .filter(Objects::nonNull)
                .forEach(told::add);
        Set<String> seen = new LinkedHashSet<>();
        told.stream()
                .filter(address -> !address.isBlank() && seen.add(address.toLowerCase(Locale.ROOT)))
                .forEach(address -> events.toldBy(mails.sendTo(address, KIND), event));
    }
}
