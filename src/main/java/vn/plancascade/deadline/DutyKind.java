package vn.plancascade.deadline;

/** What a unit owes. The names are those of the processes that carry the duty. */
public enum DutyKind {
    subPlan,
    unitReport,
    /** The ministry's own report of a period, which sums up those of the units. */
    reportCycle
}
