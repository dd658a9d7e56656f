package vn.plancascade.plan;

/** Where a national plan stands. */
public enum PlanState {
    draft,
    awaitingApproval,
    awaitingIssue,
    issued,
    withdrawn
}
