package vn.plancascade.followup.process;

/** Names of the models {@code deadlineWatch}, {@code daysOffReminder} and {@code overdueFollowUp}; a test compares them with the files. */
public final class FollowUpModel {

    public static final String DEADLINE_WATCH = "deadlineWatch";
    public static final String DAYS_OFF_REMINDER = "daysOffReminder";
    public static final String OVERDUE_FOLLOW_UP = "overdueFollowUp";
    public static final String DEADLINE_POLICY = "deadlinePolicy";

    public static final String FOLLOW_UP_OVERDUE = "userTask_followUpOverdue";
    public static final String NEXT_MORNING = "event_nextMorning";

    public static final String MESSAGE_OVERDUE_SETTLED = "overdueFollowUp.settled";
    public static final String MESSAGE_MORE_OVERDUE = "overdueFollowUp.more";

    /** Kind and period of the duties that a watch or a follow-up looks at; its business key is the plan's id. */
    public static final String DUTY_KIND = "dutyKind";

    public static final String PERIOD = "period";

    /** When the watch made its last round, and during a round when it made the one before. */
    public static final String ROUND_AT = "roundAt";

    public static final String ROUND_BEFORE = "roundBefore";

    /** Login of the inspector whose follow-up it is, and the unit in which that person inspects. */
    public static final String INSPECTOR = "inspector";

    public static final String UNIT_CODE = "unitCode";

    private FollowUpModel() {}
}
