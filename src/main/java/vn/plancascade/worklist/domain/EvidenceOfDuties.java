package vn.plancascade.worklist.domain;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.document.Evidence;
import vn.plancascade.worklist.ApprovalRounds;

/** Evidence is frozen with the document that is issued, and goes with a draft that never will be. */
@Component
class EvidenceOfDuties {

    private final Evidence evidence;
    private final ApprovalRounds rounds;

    EvidenceOfDuties(Evidence evidence, ApprovalRounds rounds) {
        this.evidence = evidence;
        this.rounds = rounds;
    }

    @EventListener
    public void on(ObligationChanged changed) {
        switch (changed.word().map(step -> of(step, changed.duty()), EvidenceOfDuties::of)) {
            case FROZEN ->
                rounds.latest(changed.duty().subject())
                        .ifPresent(round -> evidence.issued(changed.duty().subject(), round.number()));
            case DISCARDED -> evidence.discard(changed.duty().subject());
            case KEPT -> {}
        }
    }

    private static Fate of(DutyStep step, Obligation duty) {
        return switch (step) {
            case issued -> Fate.FROZEN;
            // A sub-plan that was signed elsewhere takes the draft's place; a report signed elsewhere is the draft's
            // figures.
            case issuedOutside -> duty.kind() == DutyKind.subPlan ? Fate.DISCARDED : Fate.FROZEN;
            case withdrawn, waived -> Fate.DISCARDED;
            case released,
                    started,
                    startFailed,
                    submitted,
                    submittedForReview,
                    reviewed,
                    reviewTakenBack,
                    returned,
                    submissionTakenBack,
                    approved,
                    approvalTakenBack,
                    accepted,
                    revisionRequested,
                    // Who answers for what was not done may want to show how far it had come.
                    notAccomplished -> Fate.KEPT;
        };
    }

    private static Fate of(DutyNote note) {
        return switch (note) {
            case correctionIssued, supplementIssued -> Fate.FROZEN;
            case extended,
                    deadlinePassed,
                    enteredLate,
                    followedUp,
                    chased,
                    reminded,
                    handedOver,
                    transferred,
                    extensionAsked,
                    extensionRefused,
                    signedFor,
                    actedInstead,
                    signedCopyAdded,
                    partChanged,
                    correctionBegun,
                    correctionSubmitted,
                    correctionSubmissionTakenBack,
                    correctionReturned,
                    correctionApproved,
                    correctionApprovalTakenBack,
                    correctionAccepted,
                    supplementBegun,
                    supplementSubmitted,
                    supplementSubmissionTakenBack,
                    supplementReturned,
                    supplementApproved,
                    supplementApprovalTakenBack,
                    supplementAccepted,
                    revisionAsked,
                    amendmentGivenUp -> Fate.KEPT;
        };
    }

    private enum Fate {
        FROZEN,
        DISCARDED,
        KEPT
    }
}
