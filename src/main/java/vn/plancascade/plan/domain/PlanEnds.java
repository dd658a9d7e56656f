package vn.plancascade.plan.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.WholeAct;
import vn.plancascade.organisation.Scope;

/** Ends what is open of a plan that is withdrawn or closes, a batch at a time. */
@Component
class PlanEnds {

    private final Obligations obligations;
    private final CasesByKind cases;

    PlanEnds(Obligations obligations, CasesByKind cases) {
        this.obligations = obligations;
        this.cases = cases;
    }

    /**
     * Ends the next batch: duties that are owed, and amendments of those that are not. What has been ended is not found again.
     *
     * @param step withdrawn or notAccomplished
     * @param actor null where the product ends them
     * @return whether any are left
     */
    boolean endNext(long planId, DutyStep step, String actor, String reason) {
        for (Obligation open : obligations.open(planId, CaseLauncher.BATCH)) {
            WholeAct.during(null, () -> {
                cases.end(open, step, actor, reason);
                return null;
            });
        }
        boolean left = !obligations.open(planId, 1).isEmpty();
        if (!left) {
            cycles(planId);
        }
        return left;
    }

    /** A period whose report was issued waits for what comes late: nothing will. */
    private void cycles(long planId) {
        obligations
                .search(
                        new ObligationQuery(planId, DutyKind.reportCycle, null, null, null, null, null, null, null),
                        Scope.ALL,
                        PageRequest.of(null, PageRequest.MAX_SIZE))
                .items()
                .forEach(cycle -> cases.of(cycle).stopWaiting(cycle));
    }
}
