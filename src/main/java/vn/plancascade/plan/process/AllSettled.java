package vn.plancascade.plan.process;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.plan.domain.PlanCases;

/**
 * Tells a plan's case when nothing is owed any more: after the commit that settled the last duty, since two that settle at
 * the same moment cannot see each other before.
 */
@Component
class AllSettled {

    private final Obligations obligations;
    private final PlanCases cases;

    AllSettled(Obligations obligations, PlanCases cases) {
        this.obligations = obligations;
        this.cases = cases;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(ObligationChanged changed) {
        if (changed.settled() && !obligations.anyUnsettled(changed.duty().planId())) {
            cases.allSettled(changed.duty().planId());
        }
    }
}
