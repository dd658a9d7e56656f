package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideDuty;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.SavedDrafts;

/**
 * Reports that were signed outside: the paper is the document, the figures are those of the unit's draft, which have to hold
 * as they would have to if it were submitted.
 */
@Service
class OutsideReports implements OutsideDuty {

    private static final String DRAFT = "userTask_draftUnitReport";

    private final Reports reports;
    private final ReportIssuing issuing;
    private final SavedDrafts drafts;

    OutsideReports(Reports reports, ReportIssuing issuing, SavedDrafts drafts) {
        this.reports = reports;
        this.issuing = issuing;
        this.drafts = drafts;
    }

    @Override
    public DutyKind kind() {
        return DutyKind.unitReport;
    }

    @Override
    public String series() {
        return ReportIssuing.SERIES;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String registered(Obligation duty) {
        return issuing.registered(duty.id());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Actor actor, Obligation duty) {
        if (duty.state() == ObligationState.drafting || duty.state() == ObligationState.revisionRequested) {
            ObjectNode draft = drafts.of(duty.processInstanceId(), DRAFT).orElseGet(FormData::object);
            reports.write(duty.id(), FormData.read(draft, ReportDraft.class), actor);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void issued(Obligation duty, String number, LocalDate date, String signatory) {
        issuing.issuedOutside(duty.id(), number, date, signatory);
    }
}
