package vn.plancascade.plan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;
import vn.plancascade.plan.PlanContent.Task;

/** What an amendment means for the units: by kind of unit, since a task may come to one kind and leave another. */
record AmendmentDelta(PlanContent before, PlanContent after) {

    /** The tasks that a unit of this kind has to answer and had not before. */
    List<Task> added(UnitKind kind) {
        Set<String> had = numbers(before.tasksFor(kind));
        return after.tasksFor(kind).stream()
                .filter(task -> !had.contains(task.no()))
                .toList();
    }

    /** The numbers of the tasks that a unit of this kind need not answer any more. */
    Set<String> dropped(UnitKind kind) {
        Set<String> has = numbers(after.tasksFor(kind));
        return numbers(before.tasksFor(kind)).stream()
                .filter(no -> !has.contains(no))
                .collect(Collectors.toSet());
    }

    /** The kinds of unit that owe a supplement to their sub-plan. */
    List<Duty> supplementing() {
        return after.duties().stream()
                .filter(Duty::subPlan)
                .filter(duty -> !added(duty.kind()).isEmpty())
                .toList();
    }

    /** The kinds of unit whose supplement of an earlier amendment asks for nothing any more. */
    List<UnitKind> emptied(AmendmentDelta earlier) {
        List<UnitKind> kinds = new ArrayList<>();
        for (Duty duty : earlier.supplementing()) {
            Set<String> left = numbers(after.tasksFor(duty.kind()));
            if (earlier.added(duty.kind()).stream().noneMatch(task -> left.contains(task.no()))) {
                kinds.add(duty.kind());
            }
        }
        return kinds;
    }

    /** The kinds of unit that had tasks and have none any more. */
    List<UnitKind> withoutTasks() {
        return before.duties().stream()
                .filter(Duty::subPlan)
                .map(Duty::kind)
                .filter(kind ->
                        !before.tasksFor(kind).isEmpty() && after.tasksFor(kind).isEmpty())
                .toList();
    }

    /** The kinds of unit whose sub-plan is due on the plan's own day. */
    List<UnitKind> dueOnPlansDay() {
        return after.duties().stream()
                .filter(duty ->
                        duty.subPlan() && duty.subPlanDeadline() == null && duty.workingDaysAfterSuperior() == null)
                .map(Duty::kind)
                .toList();
    }

    private static Set<String> numbers(List<Task> tasks) {
        return tasks.stream().map(Task::no).collect(Collectors.toSet());
    }
}
