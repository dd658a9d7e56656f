package vn.plancascade.plan;

/** Where a national plan stands. */
public enum PlanState {
    draft,
    awaitingApproval,
    awaitingIssue,
    issued,
    withdrawn,
    /** Its year has ended: nothing can be asked of it any more, and it can be read. */
    closed
}
