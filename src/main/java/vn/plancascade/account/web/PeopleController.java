package vn.plancascade.account.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.account.domain.PeopleAdmin;
import vn.plancascade.account.domain.PeopleReader.PeopleFilter;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;

/** People of the units that the caller may see; administrators change them. */
@RestController
@RequestMapping("/api/v1/people")
class PeopleController {

    private final PeopleAdmin people;
    private final Accounts accounts;

    PeopleController(PeopleAdmin people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @GetMapping
    Page<PersonView> list(
            Actor actor,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) Role role,
            @RequestParam(defaultValue = "false") boolean withoutPassword,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return people.search(
                        actor,
                        new PeopleFilter(Names.clean(q), unit, role, withoutPassword),
                        PageRequest.of(page, size))
                .map(line -> PersonView.of(line.person(), line.hasPassword(), null));
    }

    @GetMapping("/{login}")
    PersonView get(Actor actor, @PathVariable String login) {
        PeopleAdmin.Account account = people.get(actor, login);
        return PersonView.of(
                account.person(),
                account.hasPassword(),
                account.roles().stream()
                        .map(role -> new PersonView.RoleView(
                                role.unitCode(), role.role(), role.title(), role.validFrom(), role.validTo()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PersonView add(Actor actor, @RequestBody NewPersonBody sent) {
        people.add(actor, sent.login(), sent.fullName(), sent.email(), sent.phone(), sent.locale());
        return get(actor, Names.clean(sent.login()));
    }

    /** Changes the fields that are there. */
    @PatchMapping("/{login}")
    PersonView change(Actor actor, @PathVariable String login, @RequestBody ChangeBody sent) {
        people.change(actor, login, sent.fullName(), sent.email(), sent.phone(), sent.locale(), sent.enabled());
        return get(actor, login);
    }

    @PostMapping("/{login}/roles")
    PersonView assign(Actor actor, @PathVariable String login, @RequestBody RoleBody sent) {
        people.assign(
                actor,
                login,
                sent.unitCode(),
                sent.role(),
                sent.title(),
                VietnamTime.sentDay("from", sent.from()),
                sent.reason());
        return get(actor, login);
    }

    /** Ends a role: {@code from} is the first day on which it is no longer held, today if it is missing. */
    @PostMapping("/{login}/roles/end")
    PersonView end(Actor actor, @PathVariable String login, @RequestBody RoleBody sent) {
        people.end(actor, login, sent.unitCode(), sent.role(), VietnamTime.sentDay("from", sent.from()), sent.reason());
        return get(actor, login);
    }

    @PostMapping("/{login}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void invite(Actor actor, @PathVariable String login) {
        accounts.invite(actor, login);
    }

    /** Invites everybody who has an address and no password yet. */
    @PostMapping("/invitations")
    Map<String, Integer> inviteAll(Actor actor) {
        return Map.of("invited", accounts.inviteAll(actor));
    }

    @PostMapping("/{login}/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(Actor actor, @PathVariable String login) {
        accounts.reset(actor, login);
    }

    record NewPersonBody(String login, String fullName, String email, String phone, String locale) {}

    record ChangeBody(String fullName, String email, String phone, String locale, Boolean enabled) {}

    /** @param reason needed where the role decides: head, deputy, leaderInCharge, inspector, ministryLeader, administrator */
    record RoleBody(String unitCode, Role role, String title, String from, String reason) {}
}
