package vn.plancascade.account.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.account.domain.PeopleReader.AccountLine;
import vn.plancascade.account.domain.PeopleReader.DatedRole;
import vn.plancascade.account.domain.PeopleReader.InUnit;
import vn.plancascade.account.domain.PeopleReader.PeopleFilter;
import vn.plancascade.account.domain.PersonEvents.PersonEvent;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Letters;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** People and their dated roles: everybody reads within their scope, administrators change. */
@Service
@Transactional
public class PeopleAdmin {

    private static final int REASON_LENGTH = 1000;

    private final PeopleReader people;
    private final PersonEvents events;
    private final AccountNotices notices;
    private final Grants grants;
    private final Organisation organisation;
    private final OrganisationAdmin admin;
    private final Clock clock;

    PeopleAdmin(
            PeopleReader people,
            PersonEvents events,
            AccountNotices notices,
            Grants grants,
            Organisation organisation,
            OrganisationAdmin admin,
            Clock clock) {
        this.people = people;
        this.events = events;
        this.notices = notices;
        this.grants = grants;
        this.organisation = organisation;
        this.admin = admin;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<AccountLine> search(Actor actor, PeopleFilter filter, PageRequest page) {
        return people.search(filter, organisation.scopeOf(actor), page);
    }

    /** Who holds a role in a unit, or will. */
    @Transactional(readOnly = true)
    public List<InUnit> rolesIn(Actor actor, String unitCode) {
        actor.requireAdministrator();
        return people.rolesIn(unitCode);
    }

    /** How many wait for an invitation. */
    @Transactional(readOnly = true)
    public long waitingForInvitation() {
        return people.countWithAddressAndWithoutPassword();
    }

    /** @throws NotFound if there is no such person, or none of the person's units is in the actor's scope */
    @Transactional(readOnly = true)
    public Account get(Actor actor, String login) {
        Person person = organisation.person(login).orElseThrow(() -> new NotFound("person.unknown"));
        List<DatedRole> roles = people.roles(person.login());
        boolean visible = actor.seesEverything()
                || actor.login().equals(person.login())
                || roles.stream().anyMatch(role -> organisation.isWithin(organisation.scopeOf(actor), role.unitCode()));
        if (!visible) {
            throw new NotFound("person.unknown");
        }
        List<PersonEvent> history = actor.holds(Role.administrator) ? events.of(person.login()) : List.of();
        return new Account(person, people.hasPassword(person.login()), roles, history);
    }

    /** @throws Conflict on {@code login}, if it is taken */
    public void add(Actor actor, String login, String fullName, String email, String phone, String locale) {
        actor.requireAdministrator();
        Person person = NewPerson.checked(login, fullName, email, phone, locale);
        admin.addPerson(person, null);
        events.log(person.login(), actor.login(), "added", person.fullName());
    }

    /** Changes what is not null; an empty address or telephone number takes it away. */
    public void change(
            Actor actor, String typed, String fullName, String email, String phone, String locale, Boolean enabled) {
        actor.requireAdministrator();
        Person before = organisation.person(typed).orElseThrow(() -> new NotFound("person.unknown"));
        String login = before.login();
        Person checked = NewPerson.checked(
                login,
                fullName == null ? before.fullName() : fullName,
                email == null ? before.email() : email,
                phone == null ? before.phone() : phone,
                locale == null ? before.locale() : locale);
        boolean stays = enabled == null ? before.enabled() : enabled;
        if (before.enabled() && !stays) {
            refuseLastAdministrator(login);
            grants.end(List.of(login));
        }
        admin.change(new Person(login, checked.fullName(), checked.email(), checked.locale(), stays, checked.phone()));
        if (before.enabled() && !stays) {
            notices.disabled(login, actor.login());
        } else if (!before.enabled() && stays) {
            events.log(login, actor.login(), "enabled", null);
        }
        if (!Objects.equals(checked.email(), before.email())) {
            notices.addressChanged(login, actor.login(), before.email(), checked.email(), null);
        }
        if (!checked.fullName().equals(before.fullName())
                || !checked.locale().equals(before.locale())
                || !Objects.equals(checked.phone(), before.phone())) {
            events.log(login, actor.login(), "changed", checked.fullName() + ", " + checked.locale());
        }
    }

    /**
     * Gives a role.
     *
     * @param from the first day on which it is held, or null for today
     * @param sentReason needed for a role that {@link Role#decides}
     * @throws NotAllowed if the actor would give such a role to himself
     * @throws Conflict if the person holds it
     */
    public void assign(
            Actor actor, String typed, String unitCode, Role role, String title, LocalDate from, String sentReason) {
        actor.requireAdministrator();
        Person person = organisation.person(typed).orElseThrow(() -> new NotFound("person.unknown"));
        String login = person.login();
        if (role == null) {
            throw new InvalidInput("role", "required");
        }
        if (role.decides() && login.equals(actor.login())) {
            throw new NotAllowed("person.ownRole");
        }
        String reason = reason(role, sentReason);
        String unit = Names.code(unitCode);
        if (unit == null || organisation.unit(unit).isEmpty()) {
            throw new InvalidInput("unitCode", "unit.unknown", String.valueOf(unit));
        }
        String signs = Names.clean(title);
        if (signs != null && signs.length() > 100) {
            throw new InvalidInput("title", "tooLong", 100);
        }
        InvalidInput.throwIfAny(Letters.refusal("title", signs).stream().toList());
        boolean held = people.roles(login).stream()
                .anyMatch(known -> known.role() == role && known.unitCode().equals(unit) && known.validTo() == null);
        if (held) {
            throw new Conflict("person.roleHeld");
        }
        LocalDate day = notInThePast("from", from);
        admin.assign(login, role, unit, signs, day);
        notices.roleChanged(
                person,
                actor.login(),
                "roleGiven",
                role,
                unit,
                role.group(unit) + ", " + VietnamTime.text(day),
                reason);
    }

    /**
     * Ends a role.
     *
     * @param from the first day on which it is no longer held, or null for today
     * @param sentReason needed for a role that {@link Role#decides}
     * @throws Conflict if the person does not hold it, or nobody would administer the product any more
     */
    public void end(Actor actor, String typed, String typedUnit, Role role, LocalDate from, String sentReason) {
        actor.requireAdministrator();
        String login = organisation.loginOf(typed);
        String unitCode = Names.code(typedUnit);
        if (role == null) {
            throw new InvalidInput("role", "required");
        }
        String reason = reason(role, sentReason);
        boolean held = people.roles(login).stream()
                .anyMatch(known -> known.role() == role && known.unitCode().equals(unitCode));
        if (!held) {
            throw new Conflict("person.roleNotHeld");
        }
        if (role == Role.administrator) {
            refuseLastAdministrator(login);
        }
        LocalDate day = notInThePast("from", from);
        admin.endRole(login, role, unitCode, day);
        notices.roleChanged(
                organisation.person(login).orElseThrow(),
                actor.login(),
                "roleEnded",
                role,
                unitCode,
                role.group(unitCode) + ", " + VietnamTime.text(day),
                reason);
    }

    private static String reason(Role role, String sent) {
        String reason = Names.clean(sent);
        if (reason == null && role.decides()) {
            throw new InvalidInput("reason", "person.reason");
        }
        if (reason != null && reason.length() > REASON_LENGTH) {
            throw new InvalidInput("reason", "tooLong", REASON_LENGTH);
        }
        return reason;
    }

    private LocalDate notInThePast(String field, LocalDate sent) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        if (sent != null && sent.isBefore(today)) {
            throw new InvalidInput(field, "person.past");
        }
        return sent == null ? today : sent;
    }

    private void refuseLastAdministrator(String login) {
        boolean administers = people.roles(login).stream().anyMatch(role -> role.role() == Role.administrator);
        if (administers && people.otherAdministrators(login) == 0) {
            throw new Conflict("person.lastAdministrator");
        }
    }

    /** @param history for administrators; empty for others */
    public record Account(Person person, boolean hasPassword, List<DatedRole> roles, List<PersonEvent> history) {}
}
