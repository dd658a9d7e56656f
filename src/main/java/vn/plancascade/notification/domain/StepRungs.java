package vn.plancascade.notification.domain;

import java.util.Optional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.notification.Rung;

/** What each step of a duty, and each line of its history, tells people; most tell nobody anything. */
final class StepRungs {

    private StepRungs() {}

    static Optional<Rung> told(DutyWord word) {
        return word.map(StepRungs::told, StepRungs::told);
    }

    private static Optional<Rung> told(DutyStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case submittedForReview -> Rung.TO_REVIEW;
                    case submitted, reviewed -> Rung.SUBMITTED;
                    case returned -> Rung.RETURNED;
                    case approved -> Rung.APPROVED;
                    case revisionRequested -> Rung.REVISION;
                    // Told by CasesOpened, a batch at a time.
                    case started -> null;
                    case submissionTakenBack, reviewTakenBack, approvalTakenBack -> null;
                    case waived -> Rung.WAIVED;
                    case withdrawn -> Rung.WITHDRAWN;
                    case notAccomplished -> Rung.CLOSED;
                    case released, startFailed, issued, issuedOutside, accepted -> null;
                });
    }

    private static Optional<Rung> told(DutyNote note) {
        return Optional.ofNullable(
                switch (note) {
                    case extended -> Rung.EXTENDED;
                    case reminded -> Rung.REMINDED;
                    case extensionRefused -> Rung.EXTENSION_REFUSED;
                    // Told to who decides, by the room that takes requests.
                    case extensionAsked -> null;
                    case correctionSubmitted, supplementSubmitted -> Rung.SUBMITTED;
                    case correctionReturned, supplementReturned -> Rung.RETURNED;
                    case correctionApproved, supplementApproved -> Rung.APPROVED;
                    case revisionAsked -> Rung.REVISION;
                    case partChanged, supplementBegun -> Rung.CHANGED_BELOW;
                    case deadlinePassed,
                            enteredLate,
                            followedUp,
                            chased,
                            handedOver,
                            transferred,
                            signedFor,
                            actedInstead,
                            signedCopyAdded,
                            amendmentGivenUp -> null;
                    case correctionBegun, correctionIssued, correctionAccepted, supplementIssued, supplementAccepted ->
                        null;
                    case correctionSubmissionTakenBack,
                            correctionApprovalTakenBack,
                            supplementSubmissionTakenBack,
                            supplementApprovalTakenBack -> null;
                });
    }
}
