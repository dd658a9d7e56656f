package vn.plancascade.report.domain;

import java.time.LocalDate;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/**
 * How a report's steps are told of its duty. A delivery moves the duty on; an amendment of what was accepted leaves it
 * settled, and its history tells how the amendment stands.
 */
sealed interface ReportTrack {

    static ReportTrack of(ReportRow report, DutySteps steps) {
        return switch (report.inWork()) {
            case first, replacement -> new Delivery(report.id(), steps);
            case correction ->
                new Amendment(
                        report.id(),
                        steps,
                        DutyNote.correctionSubmitted,
                        DutyNote.correctionSubmissionTakenBack,
                        DutyNote.correctionReturned,
                        DutyNote.correctionApproved,
                        DutyNote.correctionApprovalTakenBack,
                        DutyNote.correctionIssued,
                        DutyNote.correctionAccepted);
            case supplement ->
                new Amendment(
                        report.id(),
                        steps,
                        DutyNote.supplementSubmitted,
                        DutyNote.supplementSubmissionTakenBack,
                        DutyNote.supplementReturned,
                        DutyNote.supplementApproved,
                        DutyNote.supplementApprovalTakenBack,
                        DutyNote.supplementIssued,
                        DutyNote.supplementAccepted);
        };
    }

    void submitted(String actor);

    void submissionTakenBack(String actor);

    void returned(String actor, String comment);

    void approved(String actor, String comment);

    void approvalTakenBack(String actor);

    void issued(String actor, String number, LocalDate date, String signatory);

    void accepted(String actor, String comment);

    /** The superior wants it written anew; returns as what. */
    VersionKind revisionAsked(String actor, String comment);

    /** The first report, or the one that replaces it before it was accepted. */
    record Delivery(long id, DutySteps steps) implements ReportTrack {

        @Override
        public void submitted(String actor) {
            steps.submitted(id, actor);
        }

        @Override
        public void submissionTakenBack(String actor) {
            steps.submissionTakenBack(id, actor);
        }

        @Override
        public void returned(String actor, String comment) {
            steps.returned(id, actor, comment);
        }

        @Override
        public void approved(String actor, String comment) {
            steps.approved(id, actor, comment);
        }

        @Override
        public void approvalTakenBack(String actor) {
            steps.approvalTakenBack(id, actor);
        }

        @Override
        public void issued(String actor, String number, LocalDate date, String signatory) {
            steps.issued(id, actor, number, date, signatory);
        }

        @Override
        public void accepted(String actor, String comment) {
            steps.accepted(id, actor, comment);
        }

        @Override
        public VersionKind revisionAsked(String actor, String comment) {
            steps.revisionRequested(id, actor, comment);
            return VersionKind.replacement;
        }
    }

    /** A correction or a supplement, with the notes that tell of it. */
    record Amendment(
            long id,
            DutySteps steps,
            DutyNote submitted,
            DutyNote submissionTakenBack,
            DutyNote returned,
            DutyNote approved,
            DutyNote approvalTakenBack,
            DutyNote issued,
            DutyNote accepted)
            implements ReportTrack {

        @Override
        public void submitted(String actor) {
            steps.noted(id, submitted, actor, null);
        }

        @Override
        public void submissionTakenBack(String actor) {
            steps.noted(id, submissionTakenBack, actor, null);
        }

        @Override
        public void returned(String actor, String comment) {
            steps.noted(id, returned, actor, comment);
        }

        @Override
        public void approved(String actor, String comment) {
            steps.noted(id, approved, actor, comment);
        }

        @Override
        public void approvalTakenBack(String actor) {
            steps.noted(id, approvalTakenBack, actor, null);
        }

        @Override
        public void issued(String actor, String number, LocalDate date, String signatory) {
            steps.noted(id, issued, actor, number);
        }

        @Override
        public void accepted(String actor, String comment) {
            steps.noted(id, accepted, actor, comment);
        }

        @Override
        public VersionKind revisionAsked(String actor, String comment) {
            steps.noted(id, DutyNote.revisionAsked, actor, comment);
            return VersionKind.correction;
        }
    }
}
