package vn.plancascade.followup.process;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.followup.domain.FollowUps;
import vn.plancascade.followup.domain.Watched;

/**
 * Closes the inspectors' tasks as their units settle: after the commit, since two that settle at the same moment cannot see
 * each other before. The watch's next round is the net.
 */
@Component
class OverdueSettled {

    private final FollowUps followUps;

    OverdueSettled(FollowUps followUps) {
        this.followUps = followUps;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(ObligationChanged changed) {
        Obligation duty = changed.duty();
        if (changed.settled() || changed.word() == DutyNote.extended) {
            followUps.closeSettled(new Watched(duty.planId(), duty.kind(), duty.period()), duty.id());
        }
    }
}
