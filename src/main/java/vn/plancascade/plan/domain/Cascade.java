package vn.plancascade.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Obligations.Unstarted;

/**
 * Opens the units' cases, a batch at a time.
 *
 * <p>A batch takes the next obligations that have no case, so that a crash resumes where it was; rows taken by one
 * worker are skipped by another, so that nothing starts twice.
 */
@Service
public class Cascade {

    /** Cases a batch; one batch is one transaction. */
    static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);

    private final Obligations obligations;
    private final SubPlanCases subPlans;
    private final PlanCases plans;

    Cascade(Obligations obligations, SubPlanCases subPlans, PlanCases plans) {
        this.obligations = obligations;
        this.subPlans = subPlans;
        this.plans = plans;
    }

    /**
     * Opens the next cases.
     *
     * @param failedBefore whether this step has failed already: then it goes unit by unit, each in its own transaction, so
     *     that one bad unit is named and stops nobody else
     * @return whether units are left that have no case yet
     */
    @Transactional
    public boolean openNext(long planId, boolean failedBefore) {
        if (failedBefore) {
            openOneByOne(planId);
        } else {
            openTogether(planId, BATCH);
        }
        return obligations.anyUnstarted(planId, DutyKind.subPlan, null);
    }

    /** Opens up to a batch of cases one by one; returns how many. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int openOneByOne(long planId) {
        int opened = 0;
        for (int i = 0; i < BATCH; i++) {
            Outcome outcome = openOne(planId);
            if (outcome == Outcome.NONE_LEFT) {
                break;
            }
            opened += outcome == Outcome.OPENED ? 1 : 0;
        }
        return opened;
    }

    private int openTogether(long planId, int n) {
        List<Unstarted> batch = obligations.takeUnstarted(planId, DutyKind.subPlan, null, n);
        Map<Long, String> cases = new LinkedHashMap<>();
        batch.forEach(duty -> cases.put(duty.id(), subPlans.open(duty.id(), duty.unitCode())));
        if (!cases.isEmpty()) {
            obligations.started(cases);
        }
        return cases.size();
    }

    private Outcome openOne(long planId) {
        Unstarted[] taken = new Unstarted[1];
        try {
            return subPlans.apart(() -> {
                List<Unstarted> next = obligations.takeUnstarted(planId, DutyKind.subPlan, null, 1);
                if (next.isEmpty()) {
                    return Outcome.NONE_LEFT;
                }
                taken[0] = next.get(0);
                obligations.started(Map.of(taken[0].id(), subPlans.open(taken[0].id(), taken[0].unitCode())));
                return Outcome.OPENED;
            });
        } catch (RuntimeException bad) {
            if (taken[0] == null) {
                throw bad;
            }
            LOG.warn(
                    "The case of obligation {} of unit {} could not be opened",
                    taken[0].id(),
                    taken[0].unitCode(),
                    bad);
            subPlans.apart(() -> {
                obligations.startFailed(taken[0].id(), String.valueOf(bad.getMessage()));
                return null;
            });
            plans.reportFailedStarts(planId, taken[0].unitCode());
            return Outcome.FAILED;
        }
    }

    private enum Outcome {
        OPENED,
        FAILED,
        NONE_LEFT
    }
}
