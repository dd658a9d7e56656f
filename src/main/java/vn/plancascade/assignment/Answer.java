package vn.plancascade.assignment;

/** What a unit's own plan, and the reports that followed, say of a task of the plan above. */
public enum Answer {
    /** It is taken up; the next four are parts of this. */
    adopted,
    done,
    underWay,
    notBegun,
    /** Taken up, and no report says how far it has come. */
    notTold,
    notApplicable,
    /** The unit is asked and has not issued its plan. */
    unanswered
}
