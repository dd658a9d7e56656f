package vn.plancascade.report.domain;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.ObligationChanged;

/** A correction or supplement that its plan's end has overtaken is written no further. */
@Component
class EndedAmendments {

    private final ReportStore store;

    EndedAmendments(ReportStore store) {
        this.store = store;
    }

    @EventListener
    void on(ObligationChanged changed) {
        if (changed.word() == DutyNote.amendmentGivenUp) {
            store.begin(changed.duty().id(), null);
        }
    }
}
