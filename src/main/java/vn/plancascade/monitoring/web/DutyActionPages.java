package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.DutyActions;
import vn.plancascade.batch.DutyActions.DutyAction;
import vn.plancascade.batch.DutyActions.Previewed;
import vn.plancascade.batch.DutyActions.State;
import vn.plancascade.batch.Order;
import vn.plancascade.followup.Chasing.Letters;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** From the list of duties: what is to be done to those that are ticked, or to all that is filtered; its preview, and its progress. */
@PageController
@RequestMapping("/obligation-actions")
class DutyActionPages {

    private final DutyActions actions;
    private final ChosenDuties chosen;
    private final RefusedDuties refused;
    private final Texts texts;

    DutyActionPages(DutyActions actions, ChosenDuties chosen, RefusedDuties refused, Texts texts) {
        this.actions = actions;
        this.chosen = chosen;
        this.refused = refused;
        this.texts = texts;
    }

    /** @param whole whether all that the filter finds is meant, and not only what is ticked */
    @PostMapping
    ModelAndView preview(
            Actor actor,
            ObligationFilter filter,
            @RequestParam(required = false) List<Long> ids,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(required = false) DutyAct action,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String until,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) Letters letters) {
        Typed typed = new Typed(action, reason, until, to, letters, whole, ids == null ? List.of() : ids);
        ModelAndView page = new ModelAndView("obligation-action");
        page.addObject("filter", filter);
        page.addObject("typed", typed);
        page.addObject("acts", DutyAct.values());
        try {
            Order order = new Order(
                    action,
                    reason,
                    action == DutyAct.extend ? VietnamTime.typedDay("until", Names.clean(until)) : null,
                    action == DutyAct.handOver ? to : null,
                    action == DutyAct.chase ? letters : null);
            Previewed previewed = actions.preview(
                    actor, order, whole ? chosen.find(actor, null, filter) : chosen.find(actor, typed.ids(), null));
            show(page, previewed.action());
            page.addObject("token", previewed.token());
        } catch (BusinessProblem wrong) {
            FormProblem problem = FormProblem.of(wrong, texts);
            page.setStatus(problem.status());
            page.addObject("problem", problem);
        }
        return page;
    }

    @PostMapping("/{id}")
    String run(Actor actor, @PathVariable long id, @RequestParam(required = false) String token) {
        actions.run(actor, id, token);
        return "redirect:/obligation-actions/" + id;
    }

    @GetMapping("/{id}")
    ModelAndView progress(Actor actor, @PathVariable long id, HttpServletResponse response) {
        ModelAndView page = new ModelAndView("obligation-action-progress");
        DutyAction action = actions.get(actor, id);
        show(page, action);
        if (action.state() == State.running) {
            // The page is looked at again, with or without scripts, until there is nothing left to come.
            response.setHeader("Refresh", "3");
        }
        return page;
    }

    private void show(ModelAndView page, DutyAction action) {
        page.addObject("act", action);
        page.addObject("refusals", refused.of(action.refusals()));
    }

    /** What was typed, to be shown again. */
    record Typed(
            DutyAct action, String reason, String until, String to, Letters letters, boolean whole, List<Long> ids) {}
}
