package vn.plancascade.account.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.account.domain.PeopleAdmin;
import vn.plancascade.account.domain.PeopleReader.AccountLine;
import vn.plancascade.account.domain.PeopleReader.PeopleFilter;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** People and their roles, for administrators. */
@PageController
@RequestMapping("/people")
class PeoplePages {

    private static final int LINES = 50;

    private final PeopleAdmin people;
    private final Accounts accounts;
    private final Texts texts;

    PeoplePages(PeopleAdmin people, Accounts accounts, Texts texts) {
        this.people = people;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) Role role,
            @RequestParam(defaultValue = "false") boolean withoutPassword,
            @RequestParam(required = false) Integer page,
            Model model) {
        actor.requireAdministrator();
        PeopleFilter filter = new PeopleFilter(Names.clean(q), Names.clean(unit), role, withoutPassword);
        Page<AccountLine> found = people.search(actor, filter, PageRequest.of(page, LINES));
        model.addAttribute("filter", filter);
        model.addAttribute("lines", found.items());
        model.addAttribute("total", found.total());
        model.addAttribute("roles", Role.values());
        model.addAttribute("waiting", people.waitingForInvitation());
        int pages = (int) ((found.total() + found.size() - 1) / found.size());
        model.addAttribute("previous", found.page() > 0 ? address(filter, found.page() - 1) : null);
        model.addAttribute("next", found.page() + 1 < pages ? address(filter, found.page() + 1) : null);
        return "people";
    }

    private static String address(PeopleFilter filter, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/people").queryParam("page", page);
        if (filter.text() != null) {
            address.queryParam("q", filter.text());
        }
        if (filter.unit() != null) {
            address.queryParam("unit", filter.unit());
        }
        if (filter.role() != null) {
            address.queryParam("role", filter.role());
        }
        if (filter.withoutPassword()) {
            address.queryParam("withoutPassword", true);
        }
        return address.build().encode().toUriString();
    }

    @PostMapping("/invitations")
    String inviteAll(Actor actor, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute("invited", accounts.inviteAll(actor));
        return "redirect:/people";
    }

    @GetMapping("/new")
    ModelAndView blank(Actor actor) {
        actor.requireAdministrator();
        return new ModelAndView("person-new").addObject("typed", new Typed("", "", "", ""));
    }

    @PostMapping("/new")
    ModelAndView add(Actor actor, Typed typed) {
        actor.requireAdministrator();
        try {
            people.add(actor, typed.login(), typed.fullName(), typed.email(), typed.phone(), null);
            return new ModelAndView("redirect:" + path(Names.clean(typed.login())));
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(new ModelAndView("person-new").addObject("typed", typed));
        }
    }

    @GetMapping("/{login}")
    ModelAndView show(Actor actor, @PathVariable String login) {
        actor.requireAdministrator();
        return new ModelAndView("person")
                .addObject("account", people.get(actor, login))
                .addObject("roles", Role.values());
    }

    @PostMapping("/{login}/change")
    ModelAndView change(
            Actor actor,
            @PathVariable String login,
            @RequestParam String fullName,
            @RequestParam String email,
            @RequestParam(required = false) String phone,
            @RequestParam String locale,
            RedirectAttributes afterwards) {
        return done(
                actor,
                login,
                "changed",
                afterwards,
                () -> people.change(actor, login, fullName, email, phone, locale, null));
    }

    @PostMapping("/{login}/enabled")
    ModelAndView enable(
            Actor actor, @PathVariable String login, @RequestParam boolean enabled, RedirectAttributes afterwards) {
        return done(
                actor,
                login,
                enabled ? "enabled" : "disabled",
                afterwards,
                () -> people.change(actor, login, null, null, null, null, enabled));
    }

    @PostMapping("/{login}/invitation")
    ModelAndView invite(Actor actor, @PathVariable String login, RedirectAttributes afterwards) {
        return done(actor, login, "invitation", afterwards, () -> accounts.invite(actor, login));
    }

    @PostMapping("/{login}/reset")
    ModelAndView reset(Actor actor, @PathVariable String login, RedirectAttributes afterwards) {
        return done(actor, login, "reset", afterwards, () -> accounts.reset(actor, login));
    }

    @PostMapping("/{login}/roles")
    ModelAndView assign(
            Actor actor,
            @PathVariable String login,
            @RequestParam String unitCode,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        return done(
                actor,
                login,
                "roleGiven",
                afterwards,
                () -> people.assign(actor, login, unitCode, role, title, VietnamTime.typedDay("from", from), reason));
    }

    @PostMapping("/{login}/roles/end")
    ModelAndView end(
            Actor actor,
            @PathVariable String login,
            @RequestParam String unitCode,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        return done(
                actor, login, "roleEnded", afterwards, () -> people.end(actor, login, unitCode, role, null, reason));
    }

    private ModelAndView done(Actor actor, String login, String what, RedirectAttributes afterwards, Runnable step) {
        try {
            step.run();
            afterwards.addFlashAttribute("done", what);
            return new ModelAndView("redirect:" + path(login));
        } catch (NotFound | NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(show(actor, login));
        }
    }

    private static String path(String login) {
        return UriComponentsBuilder.fromPath("/people/{login}")
                .buildAndExpand(login)
                .encode()
                .toUriString();
    }

    record Typed(String login, String fullName, String email, String phone) {}
}
