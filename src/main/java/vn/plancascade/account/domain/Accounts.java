package vn.plancascade.account.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.identity.Passwords;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;

/** How people come to their passwords: by invitation, by a reset, and by changing it themselves. */
@Service
@Transactional
public class Accounts {

    private static final int MAILS_BY_ADDRESS = 20;
    private static final int MAILS_BY_PERSON = 3;

    /** In a quarter of an hour: whoever finds an open session guesses no password by it. */
    private static final int CHECKS_OF_CURRENT = 10;

    private static final int REQUESTS_AT_ONCE = 100;

    private final Grants grants;
    private final ResetRequests requests;
    private final PersonEvents events;
    private final AccountNotices notices;
    private final PeopleReader people;
    private final PersonalMails mails;
    private final Passwords passwords;
    private final Organisation organisation;
    private final OrganisationAdmin admin;
    private final ApplicationEventPublisher acts;

    Accounts(
            Grants grants,
            ResetRequests requests,
            PersonEvents events,
            AccountNotices notices,
            PeopleReader people,
            PersonalMails mails,
            Passwords passwords,
            Organisation organisation,
            OrganisationAdmin admin,
            ApplicationEventPublisher acts) {
        this.grants = grants;
        this.requests = requests;
        this.events = events;
        this.notices = notices;
        this.people = people;
        this.mails = mails;
        this.passwords = passwords;
        this.organisation = organisation;
        this.admin = admin;
        this.acts = acts;
    }

    /**
     * Mails the person a link by which to set a password; an older one stops working.
     *
     * @throws Conflict if the person has no address or is disabled
     */
    public void invite(Actor actor, String login) {
        actor.requireAdministrator();
        send(known(login), Purpose.invitation, actor.login());
    }

    /** The same for everybody who has an address and no password; returns how many. */
    public int inviteAll(Actor actor) {
        actor.requireAdministrator();
        List<String> waiting = people.withAddressAndWithoutPassword();
        Map<String, Long> queued = mails.send(waiting, Purpose.invitation.name());
        grants.give(Purpose.invitation, queued);
        acts.publishEvent(Act.of(ActWord.invitationsSent, actor.login()).about(queued.size()));
        return queued.size();
    }

    /** The same for somebody who has forgotten the password; the present one goes on until another is set. */
    public void reset(Actor actor, String login) {
        actor.requireAdministrator();
        send(known(login), Purpose.reset, actor.login());
    }

    private Person known(String login) {
        return organisation.person(login).orElseThrow(() -> new NotFound("person.unknown"));
    }

    private void send(Person person, Purpose purpose, String by) {
        if (!person.enabled()) {
            throw new Conflict("person.disabled");
        }
        if (person.email() == null || person.email().isBlank()) {
            throw new Conflict("person.noAddress");
        }
        grants.give(purpose, mails.send(List.of(person.login()), purpose.name()));
        events.log(person.login(), by, purpose.name(), person.email());
    }

    /**
     * Somebody says that the password is forgotten. The request is only noted here, and met by {@link #meetRequests}: nobody
     * learns from the answer, nor from the time that it takes, whether there is such a person.
     *
     * @param text a login or an address
     * @param address where the request came from
     */
    public void forgotten(String text, String address) {
        String wanted = Names.clean(text);
        if (wanted == null) {
            throw new InvalidInput("login", "required");
        }
        if (wanted.length() <= 254 && passwords.allows("forgotten-from", address, MAILS_BY_ADDRESS)) {
            requests.add(wanted);
        }
    }

    /** Sends a link to each person whom a waiting request means; returns how many requests there were. */
    public int meetRequests() {
        List<String> waiting = requests.take(REQUESTS_AT_ONCE);
        for (String wanted : waiting) {
            for (Person person : people.byLoginOrAddress(wanted)) {
                if (passwords.allows("forgotten", person.login(), MAILS_BY_PERSON)) {
                    send(person, people.hasPassword(person.login()) ? Purpose.reset : Purpose.invitation, null);
                }
            }
        }
        return waiting.size();
    }

    /** The grant of a token, with whose it is, while it can be used. */
    @Transactional(readOnly = true)
    public Optional<Person> personOf(String token) {
        return grants.find(token)
                .filter(grant -> grant.login() != null)
                .flatMap(grant -> organisation.person(grant.login()))
                .filter(Person::enabled);
    }

    /**
     * Sets the password of whom the token was sent to, and ends that person's sessions.
     *
     * @throws NotFound if the token is unknown, used up or out of date
     * @throws InvalidInput on {@code password} or {@code repeated}
     */
    public void setByToken(String token, String password, String repeated) {
        Grant grant = grants.find(token).orElseThrow(() -> new NotFound("token.gone"));
        Person person = personOf(token).orElseThrow(() -> new NotFound("token.gone"));
        String hash = checkedHash(person, password, repeated);
        if (!grants.use(grant)) {
            throw new NotFound("token.gone");
        }
        set(person, hash, null);
    }

    /** @throws InvalidInput on {@code current}, {@code password} or {@code repeated} */
    public void change(Actor actor, String current, String password, String repeated) {
        if (!passwords.allows("change", actor.login(), CHECKS_OF_CURRENT)) {
            throw new InvalidInput("current", "password.tooManyTries");
        }
        if (!passwords.matches(actor.login(), current)) {
            throw new InvalidInput("current", "password.wrong");
        }
        set(actor.person(), checkedHash(actor.person(), password, repeated), actor.login());
    }

    private String checkedHash(Person person, String password, String repeated) {
        String hash = passwords.checkedHash(password, person.login(), person.fullName(), person.email());
        if (!password.equals(repeated)) {
            throw new InvalidInput("repeated", "password.differs");
        }
        return hash;
    }

    private void set(Person person, String hash, String by) {
        boolean hadOne = people.hasPassword(person.login());
        admin.setPasswordHash(person.login(), hash);
        grants.end(List.of(person.login()));
        notices.passwordSet(person, by, hadOne);
    }

    public void setLanguage(Actor actor, String locale) {
        Person person = actor.person();
        admin.change(new Person(
                person.login(), person.fullName(), person.email(), locale, person.enabled(), person.phone()));
    }
}
