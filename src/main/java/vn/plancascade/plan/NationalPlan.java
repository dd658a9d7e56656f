package vn.plancascade.plan;

import java.time.Instant;
import vn.plancascade.worklist.ApprovalRounds;

/**
 * A plan of the ministry with its state; the content is what was last submitted, or the draft it started from.
 *
 * @param closedAt when it closed with its year; null until then
 * @param copiedFrom the plan that it was begun from, such as that of the year before; null where it was begun from nothing
 */
public record NationalPlan(
        long id,
        String unitCode,
        PlanState state,
        PlanContent content,
        Instant createdAt,
        Instant approvedAt,
        Instant issuedAt,
        Instant closedAt,
        Long copiedFrom,
        String processInstanceId) {

    /** How its approval rounds and its register entry name it. */
    public String subject() {
        return ApprovalRounds.ofPlan(id);
    }
}
