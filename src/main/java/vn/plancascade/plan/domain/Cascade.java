package vn.plancascade.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch.Batch;
import vn.plancascade.deadline.DutyLaunch.Opened;
import vn.plancascade.deadline.DutyLaunch.Unstarted;

/** Opens the cases of a plan's sub-plans. */
@Service
public class Cascade {

    private final CaseLauncher launcher;
    private final SubPlanCases subPlans;
    private final PlanCases plans;

    Cascade(CaseLauncher launcher, SubPlanCases subPlans, PlanCases plans) {
        this.launcher = launcher;
        this.subPlans = subPlans;
        this.plans = plans;
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
            duties.forEach(duty -> opened.put(duty.id(), new Opened(subPlans.open(duty.id(), duty.unitCode()), null)));
            return opened;
        }

        @Override
        public void startFailed(Unstarted duty) {
            plans.reportFailedStarts(planId, duty.unitCode());
        }
    }
}
