package vn.plancascade.plan;

import java.time.LocalDate;
import java.util.List;
import vn.plancascade.plan.SubPlanContent.Item;

/**
 * A sub-plan that was signed on paper or in another system, as the unit records it.
 *
 * @param documentNumber number and symbol; null only for a unit whose documents carry none
 * @param documentDate the day on the paper, which lateness goes by
 * @param signatory login of who signed, or the name of somebody who is no user
 * @param coverage how it answers each task of the plan above: {@code adopted}, or {@code notApplicable} with a reason
 * @param document id of the signed PDF; null until it has been taken in
 */
public record OutsidePlan(
        String documentNumber, LocalDate documentDate, String signatory, List<Item> coverage, Long document) {

    public OutsidePlan {
        coverage = coverage == null ? List.of() : List.copyOf(coverage);
    }
}
