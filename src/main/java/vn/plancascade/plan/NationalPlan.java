package vn.plancascade.plan;

import java.time.Instant;
import vn.plancascade.worklist.ApprovalRounds;

/** A plan of the ministry with its state; the content is what was last submitted, or the draft it started from. */
public record NationalPlan(
        long id,
        String unitCode,
        PlanState state,
        PlanContent content,
        Instant createdAt,
        Instant approvedAt,
        Instant issuedAt,
        String processInstanceId) {

    /** How its approval rounds and its register entry name it. */
    public String subject() {
        return ApprovalRounds.ofPlan(id);
    }
}
