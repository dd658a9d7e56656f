package vn.plancascade.report.process;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.report.domain.Cycles;

/**
 * Tells a period's cycle when every report is settled: after the commit that settled the last one, since two that settle at
 * the same moment cannot see each other before. The due day is the net.
 */
@Component
class AllReportsSettled {

    private final Cycles cycles;

    AllReportsSettled(Cycles cycles) {
        this.cycles = cycles;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(ObligationChanged changed) {
        Obligation duty = changed.duty();
        if (duty.kind() == DutyKind.unitReport && changed.settled()) {
            cycles.tellIfSettled(duty.planId(), duty.period());
        }
    }
}
