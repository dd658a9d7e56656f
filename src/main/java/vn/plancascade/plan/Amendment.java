package vn.plancascade.plan;

import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.DocumentKind;

/**
 * A change of a national plan that was issued (sửa đổi, bổ sung).
 *
 * @param number of those of the plan that were issued, from 1; null before
 * @param before what the plan said until it was issued; null before
 * @param documentNumber the amendment's own; null before it is issued
 */
public record Amendment(
        long id,
        long planId,
        Integer number,
        PlanState state,
        AmendmentContent content,
        PlanContent before,
        String documentNumber,
        LocalDate documentDate,
        String signatory,
        String createdBy,
        Instant createdAt,
        Instant approvedAt,
        Instant issuedAt,
        String processInstanceId) {

    /** How its approval rounds, its register entry and its documents name it. */
    public String subject() {
        return DocumentKind.planAmendment.subject(id);
    }

    /** The period of the supplements that units owe by it; it must have been issued. */
    public String period() {
        return PeriodText.supplement(before.year(), number);
    }
}
