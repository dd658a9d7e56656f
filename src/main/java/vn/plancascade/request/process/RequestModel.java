package vn.plancascade.request.process;

/** Names of the model {@code extensionRequest}; a test compares them with the file. Its business key is the duty's id. */
public final class RequestModel {

    public static final String EXTENSION_REQUEST = "extensionRequest";

    public static final String DECIDE_EXTENSION = "userTask_decideExtension";
    public static final String DECIDE_EXTENSION_BY_LEADER = "userTask_decideExtensionByLeader";

    public static final String MESSAGE_REQUEST_OVER = "extensionRequest.over";

    /** Code of the unit whose inspectors decide, and of the body whose leaders do. */
    public static final String UNIT_CODE = "unitCode";

    public static final String ISSUER_CODE = "issuerCode";

    /** Whether an inspector may grant what was asked for. */
    public static final String WITHIN_LIMIT = "withinLimit";

    /** {@code grant} or {@code refuse}. */
    public static final String DECISION = "decision";

    private RequestModel() {}
}
