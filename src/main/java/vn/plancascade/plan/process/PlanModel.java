package vn.plancascade.plan.process;

/** Names of the models {@code nationalPlan}, {@code subPlan}, {@code lowerTier} and {@code planClosing}; a test compares them with the files. */
public final class PlanModel {

    public static final String NATIONAL_PLAN = "nationalPlan";
    public static final String SUB_PLAN = "subPlan";
    public static final String LOWER_TIER = "lowerTier";
    public static final String PLAN_CLOSING = "planClosing";

    public static final String DRAFT_NATIONAL_PLAN = "userTask_draftNationalPlan";
    public static final String APPROVE_NATIONAL_PLAN = "userTask_approveNationalPlan";
    public static final String ISSUE_NATIONAL_PLAN = "userTask_issueNationalPlan";
    public static final String DRAFT_SUB_PLAN = "userTask_draftSubPlan";
    public static final String REVIEW_SUB_PLAN = "userTask_reviewSubPlan";
    public static final String APPROVE_SUB_PLAN = "userTask_approveSubPlan";
    public static final String ISSUE_SUB_PLAN = "userTask_issueSubPlan";
    public static final String CONFIRM_ISSUED_OUTSIDE = "userTask_confirmIssuedOutside";

    /** Writes the duties of a plan that has been issued. */
    public static final String CREATE_OBLIGATIONS = "serviceTask_createObligations";

    /** Opens a batch of cases; of both models that do. */
    public static final String START_SUB_PLANS = "serviceTask_startSubPlans";

    /** The timer of the end of the plan's year. */
    public static final String YEAR_OVER = "event_yearOver";

    /** Closes a batch of what is open at the end of the plan's year. */
    public static final String CLOSE_DUTIES = "serviceTask_closeDuties";

    public static final String MESSAGE_ALL_SETTLED = "nationalPlan.allSettled";
    public static final String MESSAGE_NATIONAL_PLAN_WITHDRAWN = "nationalPlan.withdrawn";

    /** The unit whose case it is: the ministry's, or the one that owes the sub-plan. */
    public static final String UNIT_CODE = "unitCode";

    /** approve or return. */
    public static final String DECISION = "decision";

    /** When a sub-plan's duty is due, while its case is opened; never kept. */
    static final String DUE_AT = "dueAt";

    public static final String UNITS_WAITING = "unitsWaiting";
    public static final String CASES_LEFT = "casesLeft";
    public static final String ALL_SETTLED = "allSettled";

    private PlanModel() {}
}
