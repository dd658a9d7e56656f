package vn.plancascade.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.plan.PlanContent.Task;

/** What a unit's sub-plan says. */
public record SubPlanContent(String title, List<Item> items, String note) {

    public SubPlanContent {
        title = Names.clean(title);
        items = items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).toList();
        note = Names.clean(note);
    }

    /** The same sub-plan with each item's task as the plan above has it; the tasks must be known. */
    public SubPlanContent answering(List<Task> tasks) {
        Map<String, Task> byNumber = tasks.stream().collect(Collectors.toMap(Task::no, Function.identity()));
        List<Item> answers =
                items.stream().map(item -> item.to(byNumber.get(item.taskNo()))).toList();
        return new SubPlanContent(title, answers, note);
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
            String suggestion) {

        public Item {
            taskNo = Names.clean(taskNo);
            activity = Names.clean(activity);
            inCharge = Names.clean(inCharge);
            from = Names.clean(from);
            to = Names.clean(to);
            budget = Names.clean(budget);
            output = Names.clean(output);
            reason = Names.clean(reason);
        }

        /** The same answer with what the plan above says of its task, whatever was sent. */
        Item to(Task task) {
            return new Item(
                    taskNo,
                    task.title(),
                    task.mandatory(),
                    response,
                    activity,
                    inCharge,
                    from,
                    to,
                    budget,
                    output,
                    reason,
                    task.suggestion());
        }
    }
}
