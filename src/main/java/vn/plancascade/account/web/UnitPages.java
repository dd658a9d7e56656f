package vn.plancascade.account.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.account.domain.PeopleAdmin;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** A unit's page for administrators: its place, its people and what has been changed of it. Others are led to its record. */
@PageController
@RequestMapping("/units/{code}")
class UnitPages {

    private final Organisation organisation;
    private final UnitHistory history;
    private final PeopleAdmin people;
    private final Texts texts;

    UnitPages(Organisation organisation, UnitHistory history, PeopleAdmin people, Texts texts) {
        this.organisation = organisation;
        this.history = history;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable String code) {
        Unit unit = unit(actor, code);
        if (!actor.holds(Role.administrator)) {
            return new ModelAndView("redirect:/units/" + unit.code() + "/record");
        }
        return new ModelAndView("unit")
                .addObject("unit", unit)
                .addObject("province", organisation.provinces().get(unit.provinceCode()))
                .addObject("people", people.rolesIn(actor, unit.code()))
                .addObject("above", history.above(unit.code()))
                .addObject("below", history.below(List.of(unit.code())).getOrDefault(unit.code(), 0))
                .addObject("changes", history.changes(unit.code()))
                .addObject("predecessors", history.predecessors(unit.code()))
                .addObject("successors", history.successors(unit.code()))
                .addObject("roles", Role.values());
    }

    @PostMapping("/roles")
    ModelAndView assign(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String login,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        return done(
                actor,
                code,
                "roleGiven",
                afterwards,
                () -> people.assign(
                        actor, Names.clean(login), code, role, title, VietnamTime.typedDay("from", from), reason));
    }

    @PostMapping("/roles/end")
    ModelAndView end(
            Actor actor,
            @PathVariable String code,
            @RequestParam String login,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        return done(actor, code, "roleEnded", afterwards, () -> people.end(actor, login, code, role, null, reason));
    }

    private ModelAndView done(Actor actor, String code, String what, RedirectAttributes afterwards, Runnable step) {
        Unit unit = unit(actor, code);
        try {
            step.run();
            afterwards.addFlashAttribute("done", what);
            return new ModelAndView("redirect:/units/" + unit.code());
        } catch (NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(show(actor, code));
        }
    }

    private Unit unit(Actor actor, String code) {
        return organisation
                .unit(code)
                .filter(unit -> organisation.isWithin(organisation.scopeOf(actor), unit.code()))
                .orElseThrow(() -> new NotFound("unit.unknown", code));
    }
}
