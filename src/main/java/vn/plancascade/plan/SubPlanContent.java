package vn.plancascade.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent.Task;

/**
 * What a unit's sub-plan says.
 *
 * @param datesConfirmed whether days outside the plan's year are meant
 * @param addedTasks where the plan goes tier by tier, what the unit asks of those that report to it
 */
public record SubPlanContent(
        String title, List<Item> items, String note, List<AddedTask> addedTasks, boolean datesConfirmed) {

    public SubPlanContent {
        title = Names.clean(title);
        items = items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).toList();
        note = Names.clean(note);
        addedTasks = addedTasks == null
                ? List.of()
                : addedTasks.stream().filter(Objects::nonNull).toList();
    }

    /** The same sub-plan with each item's task as the plan above has it; the tasks must be known. */
    public SubPlanContent answering(List<Task> tasks) {
        Map<String, Task> byNumber = tasks.stream().collect(Collectors.toMap(Task::no, Function.identity()));
        List<Item> answers =
                items.stream().map(item -> item.to(byNumber.get(item.taskNo()))).toList();
        return new SubPlanContent(title, answers, note, addedTasks, datesConfirmed);
    }

    /**
     * A task that the unit gives to those that report to it, beside the national plan's.
     *
     * @param no how the unit numbers it; no task of the national plan bears the same
     */
    public record AddedTask(String no, String title, String content, boolean mandatory) {

        public AddedTask {
            no = Names.clean(no);
            title = Names.clean(title);
            content = Names.clean(content);
        }

        /** As a task for the units below, whatever their kind. */
        public Task asTask(UnitKind kind) {
            return new Task(no, title, content, List.of(kind), null, null, null, mandatory, null);
        }
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
            from = day(from);
            to = day(to);
            budget = Names.clean(budget);
            output = Names.clean(output);
            reason = Names.clean(reason);
        }

        /** A day in the form in which it is kept; words as they are. */
        private static String day(String typed) {
            String text = Names.clean(typed);
            return text == null
                    ? null
                    : VietnamTime.day(text).map(LocalDate::toString).orElse(text);
        }

        /** Whether a paper that was signed elsewhere answers a task, and if not why. */
        public static Item answering(String taskNo, Response response, String reason) {
            return new Item(taskNo, null, false, response, null, null, null, null, null, null, reason, null);
        }

        /** The same answer with what the plan above says of its task, whatever was sent. */
        public Item to(Task task) {
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
