package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

/** What the filters of the monitor's pages can be set to. */
@Component
class MonitorChoices {

    private final NationalPlans plans;
    private final DutyFigures figures;
    private final Organisation organisation;
    private final Clock clock;

    MonitorChoices(NationalPlans plans, DutyFigures figures, Organisation organisation, Clock clock) {
        this.plans = plans;
        this.figures = figures;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The plans that can be looked at, as they were put into the model. */
    @SuppressWarnings("unchecked")
    List<NationalPlan> plans(Model model) {
        return (List<NationalPlan>) model.getAttribute("plans");
    }

    /** Returns the filter that the page is for: by itself, that of the newest plan in force, or the newest that has closed. */
    MonitorFilter add(Actor actor, MonitorFilter sent, Model model) {
        List<NationalPlan> shown = plans.visibleTo(actor).stream()
                .filter(plan -> plan.state() == PlanState.issued || plan.state() == PlanState.closed)
                .toList();
        MonitorFilter filter = sent.plan() == null && !shown.isEmpty()
                ? sent.of(shown.stream()
                        .filter(plan -> plan.state() == PlanState.issued)
                        .findFirst()
                        .orElse(shown.get(0))
                        .id())
                : sent;
        DutyFilter any = DutyFilter.now(filter.plan(), filter.kind(), null);
        model.addAttribute("filter", filter);
        model.addAttribute("plans", shown);
        model.addAttribute("kinds", DutyKind.values());
        model.addAttribute("organisations", AsOrganised.values());
        model.addAttribute("today", VietnamTime.dayOf(clock.instant()));
        model.addAttribute(
                "periods",
                figures.summary(any, By.period, organisation.scopeOf(actor)).keySet());
        return filter;
    }
}
