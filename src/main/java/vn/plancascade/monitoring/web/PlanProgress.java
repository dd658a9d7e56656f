package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Obligations.SummaryBy;
import vn.plancascade.deadline.Progress;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

/** How far the sub-plans of a plan have come, as far as the reader may see. */
@Component
class PlanProgress {

    /** Failed starts named on the page; the rest is a link away. */
    private static final int NAMED = 20;

    private final NationalPlans plans;
    private final Obligations obligations;
    private final Organisation organisation;

    PlanProgress(NationalPlans plans, Obligations obligations, Organisation organisation) {
        this.plans = plans;
        this.obligations = obligations;
        this.organisation = organisation;
    }

    View of(Actor actor, NationalPlan plan) {
        Scope scope = organisation.scopeOf(actor);
        Progress sums = plans.progress(actor, plan);
        Page<Obligation> failed = sums.byState().containsKey(ObligationState.startFailed)
                ? obligations.search(failedOf(plan.id()), scope, new PageRequest(0, NAMED))
                : new Page<>(List.of(), 0, NAMED, 0);
        Map<String, String> names = organisation.provinces();
        List<Province> provinces =
                obligations.summary(plan.id(), DutyKind.subPlan, SummaryBy.province, scope).entrySet().stream()
                        .map(entry -> new Province(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                        .toList();
        return new View(sums, isStarting(plan, sums), provinces, failed);
    }

    private static ObligationQuery failedOf(long plan) {
        return new ObligationQuery(
                plan, DutyKind.subPlan, null, null, null, Set.of(ObligationState.startFailed), null, null, null);
    }

    /** Cases wait to be opened. */
    private static boolean isStarting(NationalPlan plan, Progress sums) {
        return plan.state() == PlanState.issued && sums.byState().containsKey(ObligationState.planned);
    }

    /** @param starting whether the figures will change by themselves in the next seconds */
    record View(Progress sums, boolean starting, List<Province> provinces, Page<Obligation> failed) {}

    /** @param name null for units outside the provinces */
    record Province(String code, String name, Progress sums) {}
}
