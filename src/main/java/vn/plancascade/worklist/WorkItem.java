package vn.plancascade.worklist;

import java.time.Instant;

/**
 * One user task that waits.
 *
 * @param key the task's id in its model, such as {@code userTask_approveSubPlan}
 * @param subject business key of its case: a plan's id, or an obligation's
 * @param group the candidate group that may do it, {@code <role>:<unit code>}
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
        String group,
        String assignee,
        Instant createdAt,
        Instant dueAt) {

    public String unitCode() {
        return group.substring(group.indexOf(':') + 1);
    }
}
