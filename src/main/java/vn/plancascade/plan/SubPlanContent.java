package vn.plancascade.plan;

import java.util.List;

/** What a unit's sub-plan says. */
public record SubPlanContent(String title, List<Item> items, String note) {

    public SubPlanContent {
        items = items == null
                ? List.of()
                : items.stream().filter(item -> item != null).toList();
    }

    /** How a task is answered. */
    public enum Response {
        adopted,
        notApplicable
    }

    /**
     * An activity (hoạt động) that answers one task of the plan above, or the reason why there is none.
     *
     * @param from when it begins: a date, or words such as "quý II"
     * @param budget an amount in million đồng, or words such as "chi thường xuyên"
     */
    public record Item(
            String taskNo,
            String taskTitle,
            boolean mandatory,
            Response response,
            String activity,
            String inCharge,
            String from,
            String to,
            String budget,
            String output,
            String reason,
            String suggestion) {}
}
