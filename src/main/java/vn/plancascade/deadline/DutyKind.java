package vn.plancascade.deadline;

/** What a unit owes. The names are those of the processes that carry the duty. */
public enum DutyKind {
    subPlan,
    unitReport
}
