package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.Amendments;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.RoundChange;

/** The amendments of a plan as its page shows them. */
@Component
class PlanAmendments {

    private final Amendments amendments;

    PlanAmendments(Amendments amendments) {
        this.amendments = amendments;
    }

    /** @param mayDiscard whether the reader may give it up */
    record Shown(Amendment amendment, List<RoundChange> changes, boolean mayDiscard) {}

    void show(Actor actor, NationalPlan plan, Model model) {
        boolean drafts = actor.holds(Role.ministryDrafter, plan.unitCode());
        model.addAttribute("mayAmend", amendments.mayAmend(actor, plan));
        model.addAttribute(
                "amendments",
                amendments.of(actor, plan.id()).stream()
                        .map(one -> new Shown(
                                one,
                                amendments.changes(one, LocaleContextHolder.getLocale()),
                                drafts && one.state() == PlanState.draft))
                        .toList());
    }
}
