package vn.plancascade.account.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.identity.Passwords;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;

/** The way in while nobody administers the product: a token in the log, used once. */
@Service
@Transactional
public class FirstAdministrator {

    private final Grants grants;
    private final PeopleReader people;
    private final PersonEvents events;
    private final Passwords passwords;
    private final TopUnit topUnit;
    private final OrganisationAdmin admin;
    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAdministrator(
            Grants grants,
            PeopleReader people,
            PersonEvents events,
            Passwords passwords,
            TopUnit topUnit,
            OrganisationAdmin admin,
            JdbcClient jdbc,
            Clock clock) {
        this.grants = grants;
        this.people = people;
        this.events = events;
        this.passwords = passwords;
        this.topUnit = topUnit;
        this.admin = admin;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token; empty where somebody administers the product. Those of other instances work until one is used. */
    public Optional<String> token() {
        return isNeeded() ? Optional.of(grants.giveAtOnce(Purpose.firstAdministrator)) : Optional.empty();
    }

    private boolean isNeeded() {
        return people.otherAdministrators("") == 0;
    }

    /** Whether the token can be used. */
    @Transactional(readOnly = true)
    public boolean opens(String token) {
        return grants.find(token)
                        .filter(grant -> grant.purpose() == Purpose.firstAdministrator)
                        .isPresent()
                && isNeeded();
    }

    /** What is asked, with what is known already. */
    @Transactional(readOnly = true)
    public Application blank() {
        Optional<Unit> unit = topUnit.find();
        return new Application(
                "",
                "",
                "",
                "",
                "",
                unit.map(Unit::code).orElse(""),
                unit.map(Unit::name).orElse(""));
    }

    /**
     * Makes the first administrator, in the topmost unit, which is added if it is not there.
     *
     * @throws NotFound if the token is unknown, used up or out of date
     * @throws InvalidInput naming the field
     */
    public void create(String token, Application sent) {
        // Two tokens that are used at the same moment make one administrator.
        jdbc.sql("select id from account_setup for update").query(Integer.class).single();
        Grant grant = grants.find(token)
                .filter(found -> found.purpose() == Purpose.firstAdministrator && isNeeded())
                .orElseThrow(() -> new NotFound("token.gone"));
        Person person = NewPerson.checked(sent.login(), sent.fullName(), sent.email(), null, "vi");
        String hash = passwords.checkedHash(sent.password(), person.login(), person.fullName(), person.email());
        if (!sent.password().equals(sent.repeated())) {
            throw new InvalidInput("repeated", "password.differs");
        }
        if (!grants.use(grant)) {
            throw new NotFound("token.gone");
        }
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String unit = Names.code(sent.unitCode());
        topUnit.addIfMissing(unit, sent.unitName(), today);
        admin.addPerson(person, hash);
        admin.assign(person.login(), Role.administrator, unit, null, today);
        events.log(person.login(), null, "firstAdministrator", unit);
    }

    /** What is asked of the first administrator. */
    public record Application(
            String login,
            String fullName,
            String email,
            String password,
            String repeated,
            String unitCode,
            String unitName) {}
}
