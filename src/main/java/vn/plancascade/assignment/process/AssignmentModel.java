package vn.plancascade.assignment.process;

/** Names of the model {@code planTaskWatch}; a test compares them with the file. Its business key is the plan's id. */
public final class AssignmentModel {

    public static final String PLAN_TASK_WATCH = "planTaskWatch";

    /** When the watch made its last round. */
    public static final String ROUND_AT = "roundAt";

    private AssignmentModel() {}
}
