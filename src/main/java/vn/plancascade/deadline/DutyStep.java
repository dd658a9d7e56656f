package vn.plancascade.deadline;

import java.util.EnumSet;
import java.util.Set;

/**
 * The steps of a duty's life: where each may start from and where it leads. This is the only place that says so; the guards
 * of the statements that take a step are made of it.
 */
public enum DutyStep implements DutyWord {
    /** The superior has issued, or is waited for no longer. */
    released(ObligationState.planned, ObligationState.waitingForSuperior),
    started(ObligationState.drafting, ObligationState.planned, ObligationState.startFailed),
    startFailed(ObligationState.startFailed, ObligationState.planned),
    submitted(ObligationState.awaitingApproval, ObligationState.drafting, ObligationState.revisionRequested),
    /** The same in a unit where a reviewer sees the draft before the head. */
    submittedForReview(ObligationState.awaitingReview, ObligationState.drafting, ObligationState.revisionRequested),
    /** The reviewer passes it on to the head. */
    reviewed(ObligationState.awaitingApproval, ObligationState.awaitingReview),
    /** Who passed it on takes it back before the head has opened it. */
    reviewTakenBack(ObligationState.awaitingReview, ObligationState.awaitingApproval),
    /** By the reviewer or by the head. */
    returned(ObligationState.drafting, ObligationState.awaitingReview, ObligationState.awaitingApproval),
    /** Who submitted takes it back before reviewer or head have opened it. */
    submissionTakenBack(ObligationState.drafting, ObligationState.awaitingReview, ObligationState.awaitingApproval),
    approved(ObligationState.awaitingIssue, ObligationState.awaitingApproval),
    /** Who approved takes it back before the clerk has opened it. */
    approvalTakenBack(ObligationState.awaitingApproval, ObligationState.awaitingIssue),
    issued(ObligationState.issued, ObligationState.awaitingIssue),
    issuedOutside(
            ObligationState.issued,
            ObligationState.drafting,
            ObligationState.awaitingReview,
            ObligationState.awaitingApproval,
            ObligationState.awaitingIssue,
            ObligationState.revisionRequested),
    /** The superior takes an issued report over. */
    accepted(ObligationState.accepted, ObligationState.issued),
    /** The superior wants an issued report replaced. */
    revisionRequested(ObligationState.revisionRequested, ObligationState.issued),
    withdrawn(ObligationState.withdrawn, ObligationState.values()),
    waived(ObligationState.waived, ObligationState.values()),
    /** The plan's year has ended. */
    notAccomplished(ObligationState.notAccomplished, ObligationState.values());

    private final ObligationState to;
    private final Set<ObligationState> from;

    DutyStep(ObligationState to, ObligationState... from) {
        this.to = to;
        this.from = EnumSet.noneOf(ObligationState.class);
        this.from.addAll(Set.of(from));
    }

    /** The state in which the duty is afterwards. */
    public ObligationState to() {
        return to;
    }

    /** The states that the step may start from: what is settled takes no step any more. */
    public Set<ObligationState> from(DutyKind kind) {
        Set<ObligationState> states = EnumSet.copyOf(from);
        states.removeIf(state -> state.isSettled(kind));
        return states;
    }
}
