package vn.plancascade.deadline;

/**
 * Lines of a duty's history that leave its state alone. Those of an amendment (a correction or a supplement of a report that
 * was accepted) say where the amendment stands from then on; see {@link Obligation#amendment()}.
 */
public enum DutyNote implements DutyWord {
    extended,
    deadlinePassed,
    /** The document bears a date in time, and was entered after the deadline. */
    enteredLate,
    followedUp,
    /** A chasing letter to the unit was issued. */
    chased,
    /** Somebody who watches over the duty asks for it once more. */
    reminded,
    /** The open task was given to another person of the unit. */
    handedOver,
    /** The unit has ended, and the one that took its place owes this now. */
    transferred,
    /** The unit asks for more time. */
    extensionAsked,
    extensionRefused,
    signedFor,
    actedInstead,
    signedCopyAdded,
    /** Figures of a unit below have changed after they were counted. */
    partChanged,

    correctionBegun(ObligationState.drafting),
    correctionSubmitted(ObligationState.awaitingApproval),
    correctionSubmissionTakenBack(ObligationState.drafting),
    correctionReturned(ObligationState.drafting),
    correctionApproved(ObligationState.awaitingIssue),
    correctionApprovalTakenBack(ObligationState.awaitingApproval),
    correctionIssued(ObligationState.issued),
    correctionAccepted(Effect.ENDS),

    supplementBegun(ObligationState.drafting),
    supplementSubmitted(ObligationState.awaitingApproval),
    supplementSubmissionTakenBack(ObligationState.drafting),
    supplementReturned(ObligationState.drafting),
    supplementApproved(ObligationState.awaitingIssue),
    supplementApprovalTakenBack(ObligationState.awaitingApproval),
    supplementIssued(ObligationState.issued),
    supplementAccepted(Effect.ENDS),

    /** The superior wants an issued amendment replaced. */
    revisionAsked(ObligationState.drafting),
    /** The plan was withdrawn or has closed before the amendment was accepted: what was accepted first stands. */
    amendmentGivenUp(Effect.ENDS);

    private final Effect effect;
    private final ObligationState amendment;

    DutyNote() {
        this(Effect.NONE);
    }

    DutyNote(Effect effect) {
        this.effect = effect;
        this.amendment = null;
    }

    DutyNote(ObligationState amendment) {
        this.effect = Effect.MOVES;
        this.amendment = amendment;
    }

    /** Whether an amendment begins, moves on or ends. */
    public boolean isOfAmendment() {
        return effect != Effect.NONE;
    }

    /** Where the amendment stands afterwards; null where it has ended: nobody takes the ministry's own report over. */
    public ObligationState amendment(DutyKind kind) {
        return kind == DutyKind.reportCycle && amendment == ObligationState.issued ? null : amendment;
    }

    private enum Effect {
        NONE,
        MOVES,
        ENDS
    }
}
