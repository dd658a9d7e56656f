package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanState;

/** A plan closes with its year: what is open of it was not accomplished, and stays in its figures as that. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlanClosings {

    private final PlanRepository plans;
    private final PlanYears years;
    private final PlanEnds ends;
    private final OpenAmendments amendments;
    private final ClosingNews news;
    private final PlanCases cases;
    private final Clock clock;

    PlanClosings(
            PlanRepository plans,
            PlanYears years,
            PlanEnds ends,
            OpenAmendments amendments,
            ClosingNews news,
            PlanCases cases,
            Clock clock) {
        this.plans = plans;
        this.years = years;
        this.ends = ends;
        this.amendments = amendments;
        this.news = news;
        this.cases = cases;
        this.clock = clock;
    }

    /** Has the end of the plan's year waited for, as it is known today; also of plans that were issued by an earlier version. */
    public void await(long planId) {
        if (plans.get(planId).state() == PlanState.closed) {
            return;
        }
        if (!cases.awaitsYearEnd(planId)) {
            // Of two that find it missing the second waits here, and finds it.
            plans.lock(planId);
        }
        cases.awaitYearEnd(planId, closesAt(planId));
    }

    /** As it stands today: an extension or an amendment may move it on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant closesAt(long planId) {
        return years.closesAt(plans.get(planId));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOver(long planId) {
        return !clock.instant().isBefore(closesAt(planId));
    }

    /** From now on nothing can be asked of the plan. */
    public void close(long planId) {
        NationalPlan plan = plans.get(planId);
        if (plans.close(planId)) {
            amendments.end(plan, null);
        }
    }

    /** Closes the next batch of what is open; returns whether any is left. After the last one the focal unit hears how it ended. */
    public boolean closeNext(long planId) {
        boolean left = ends.endNext(planId, DutyStep.notAccomplished, null, DutyReason.yearClosed.name());
        if (!left) {
            news.tell(plans.get(planId));
        }
        return left;
    }
}
