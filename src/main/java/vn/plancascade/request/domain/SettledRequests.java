package vn.plancascade.request.domain;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationChanged;

/** A request ends with the duty that it is about, in the same transaction. */
@Component
class SettledRequests {

    private final AskedExtensions requests;

    SettledRequests(AskedExtensions requests) {
        this.requests = requests;
    }

    @EventListener
    void on(ObligationChanged change) {
        if (change.word() instanceof DutyStep
                && (change.duty().settled() || change.duty().documentDate() != null)) {
            requests.over(change.duty().id());
        }
    }
}
