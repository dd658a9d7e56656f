package vn.plancascade.plan.process;

/** Names of the model {@code planAmendment}; a test compares them with the file. */
public final class AmendmentModel {

    public static final String PLAN_AMENDMENT = "planAmendment";

    public static final String DRAFT_AMENDMENT = "userTask_draftAmendment";
    public static final String APPROVE_AMENDMENT = "userTask_approveAmendment";
    public static final String ISSUE_AMENDMENT = "userTask_issueAmendment";

    /** Writes the supplements of an amendment that has been issued, and opens a batch of their cases. */
    public static final String CREATE_SUPPLEMENTS = "serviceTask_createSupplements";

    public static final String START_SUPPLEMENTS = "serviceTask_startSupplements";

    public static final String MESSAGE_AMENDMENT_ENDED = "planAmendment.ended";

    public static final String AMENDMENT_ID = "amendmentId";

    /** Code of the body that issued the plan. */
    public static final String UNIT_CODE = "unitCode";

    /** approve or return. */
    public static final String DECISION = "decision";

    /** Whether duties are left that the amendment ends or extends. */
    public static final String DUTIES_LEFT = "dutiesLeft";

    private AmendmentModel() {}
}
