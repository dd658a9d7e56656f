package vn.plancascade.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One user task that waits.
 *
 * @param key the task's id in its model, such as {@code userTask_approveSubPlan}
 * @param subject business key of its case: a plan's id, or an obligation's
 * @param groups the candidate groups that may do it, {@code <role>:<unit code>}, all of one unit
 * @param assignee the login of who has claimed it, or null
 * @param dueAt due moment, or null where the task has none
 */
public record WorkItem(
        String id,
        String key,
        String name,
        long subject,
        String processInstanceId,
        String processKey,
        List<String> groups,
        String assignee,
        Instant createdAt,
        Instant dueAt) {

    /** Processes whose business key is a plan's id; that of the others is an obligation's. */
    private static final Set<String> ABOUT_A_PLAN =
            Set.of("nationalPlan", "planAmendment", "overdueFollowUp", "chasingLetter");

    public boolean isAboutPlan() {
        return isAboutPlan(processKey);
    }

    /** {@link #isAboutPlan} as a condition on a column of process definitions' ids. */
    public static String isAboutPlanSql(String column) {
        return ABOUT_A_PLAN.stream()
                .sorted()
                .map(key -> column + " like '" + key + ":%'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    public static boolean isAboutPlan(String processKey) {
        return ABOUT_A_PLAN.contains(processKey);
    }

    /** What the rounds of the plan's own approval are kept under; empty where the task is about something else of the plan, or a duty. */
    public Optional<String> planRounds() {
        return processKey.equals("nationalPlan") ? Optional.of(ApprovalRounds.ofPlan(subject)) : Optional.empty();
    }

    /** Whether somebody says yes or no to a document in it. */
    public boolean isApproval() {
        return key.startsWith("userTask_approve");
    }

    public String unitCode() {
        String group = groups.get(0);
        return group.substring(group.indexOf(':') + 1);
    }
}
