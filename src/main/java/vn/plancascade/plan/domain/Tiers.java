package vn.plancascade.plan.domain;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;

/**
 * A plan that goes tier by tier: the units below one begin when its own sub-plan is settled in whatever way, since one
 * that is waived will never issue; and everybody begins on the plan's day at the latest.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Tiers {

    private final PlanRepository plans;
    private final PlanDeadlines deadlines;
    private final DutyLaunch duties;
    private final PlanCases cases;
    private final Clock clock;

    Tiers(PlanRepository plans, PlanDeadlines deadlines, DutyLaunch duties, PlanCases cases, Clock clock) {
        this.plans = plans;
        this.deadlines = deadlines;
        this.duties = duties;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    public void on(ObligationChanged changed) {
        Obligation duty = changed.duty();
        if (duty.kind() == DutyKind.subPlan && !duty.supplement() && changed.settled()) {
            release(duty.planId(), duty.unitCode());
        }
    }

    /** Lets the units begin whose superiors have not issued by the day that the plan names; harmless to repeat. */
    public void endOverlongWaiting(long planId) {
        PlanContent plan = plans.find(planId).orElseThrow().content();
        if (plan.isTierByTier() && !VietnamTime.dayOf(clock.instant()).isBefore(plan.waitingEndsOn())) {
            release(planId, null);
        }
    }

    private void release(long planId, String superior) {
        NationalPlan plan = plans.find(planId).orElseThrow();
        if (!plan.content().isTierByTier() || plan.state() != PlanState.issued) {
            return;
        }
        int released = 0;
        for (UnitKind kind : duties.kindsWaitingFor(planId, superior)) {
            released += duties.released(planId, superior, kind, deadlines.dueBelow(plan.content(), kind));
        }
        if (released > 0) {
            cases.openBeside(planId);
        }
    }
}
