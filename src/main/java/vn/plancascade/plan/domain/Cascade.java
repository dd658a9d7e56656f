package vn.plancascade.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.plancascade.database.SpareConnections;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyLaunch.Batch;
import vn.plancascade.deadline.DutyLaunch.Opened;
import vn.plancascade.deadline.DutyLaunch.Unstarted;

/** Opens the cases of a plan's sub-plans. */
@Service
public class Cascade {

    /** Fewer units are opened before another lane would have begun. */
    private static final int UNITS_A_LANE = 1_000;

    private final int lanes;
    private final CaseLauncher launcher;
    private final DutyLaunch launch;
    private final SubPlanCases subPlans;
    private final PlanCases plans;

    /** @param lanes in which the cases of many units are opened beside each other; one where the database has one writer */
    Cascade(
            CaseLauncher launcher,
            DutyLaunch launch,
            SubPlanCases subPlans,
            PlanCases plans,
            SpareConnections database,
            @Value("${plan-cascade.launch.lanes}") int lanes) {
        this.lanes = database.exclusive() ? 1 : lanes;
        this.launcher = launcher;
        this.launch = launch;
        this.subPlans = subPlans;
        this.plans = plans;
    }

    /** Begins the lanes beside the plan's own, where so many units wait: each takes what no other has taken, on any instance. */
    public void openBeside(long planId) {
        long wanted = Math.min(lanes, launch.unstarted(subPlansOf(planId)) / UNITS_A_LANE);
        for (long lane = 1; lane < wanted; lane++) {
            plans.openBeside(planId);
        }
    }

    /** Opens the next cases; see {@link CaseLauncher#openNext}. */
    public boolean openNext(long planId, boolean failedBefore) {
        return launcher.openNext(subPlansOf(planId), new CasesOf(planId), failedBefore);
    }

    /** Opens up to a batch of cases one by one; returns how many. */
    public int openOneByOne(long planId) {
        return launcher.openOneByOne(subPlansOf(planId), new CasesOf(planId));
    }

    private static Batch subPlansOf(long planId) {
        return new Batch(planId, DutyKind.subPlan, null);
    }

    private final class CasesOf implements CaseLauncher.Cases {

        private final long planId;

        CasesOf(long planId) {
            this.planId = planId;
        }

        @Override
        public Map<Long, Opened> open(List<Unstarted> duties) {
            Map<Long, Opened> opened = new LinkedHashMap<>();
            duties.forEach(duty ->
                    opened.put(duty.id(), new Opened(subPlans.open(duty.id(), duty.unitCode(), duty.dueAt()), null)));
            return opened;
        }

        @Override
        public void startFailed(Unstarted duty) {
            plans.reportFailedStarts(planId, duty.unitCode());
        }
    }
}
