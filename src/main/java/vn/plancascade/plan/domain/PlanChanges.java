package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.worklist.RoundChange;

/** What a national plan says otherwise than the round before: what stands in its document, task by task. */
public final class PlanChanges {

    /** Fields of the plan by the keys of their names. */
    private static final Map<String, Function<PlanContent, String>> FIELDS = new LinkedHashMap<>();

    /** Fields of a task by the keys of their names. */
    private static final Map<String, Function<Task, String>> OF_TASK = new LinkedHashMap<>();

    static {
        FIELDS.put("change.plan.subject", PlanContent::subject);
        FIELDS.put("change.plan.legalBasis", PlanContent::legalBasis);
        FIELDS.put("change.plan.objectives", PlanContent::objectives);
        FIELDS.put("change.plan.deadline", plan -> day(plan.subPlanDeadline()));
        FIELDS.put("change.plan.recipients", PlanContent::recipients);
        OF_TASK.put("change.plan.task", Task::title);
        OF_TASK.put("change.plan.task.content", Task::content);
        OF_TASK.put("change.plan.task.lead", Task::leadUnits);
        OF_TASK.put("change.plan.task.coordinating", Task::coordinatingUnits);
    }

    private PlanChanges() {}

    /** @param kind a kind of unit in words */
    public static List<RoundChange> of(PlanContent before, PlanContent now, Function<UnitKind, String> kind) {
        List<RoundChange> changes = new ArrayList<>();
        FIELDS.forEach((name, field) -> RoundChange.add(changes, null, name, field.apply(before), field.apply(now)));
        Map<String, Task> was = byNumber(before);
        Map<String, Task> is = byNumber(now);
        Set<String> numbers = new LinkedHashSet<>(is.keySet());
        numbers.addAll(was.keySet());
        Map<String, Function<Task, String>> fields = new LinkedHashMap<>(OF_TASK);
        fields.put(
                "change.plan.task.kinds",
                task -> task.kinds().stream().sorted().map(kind).collect(Collectors.joining(", ")));
        numbers.forEach(no -> fields.forEach((name, field) ->
                RoundChange.add(changes, no, name, said(was.get(no), field), said(is.get(no), field))));
        RoundChange.add(changes, null, "change.plan.periods", periods(before), periods(now));
        return changes;
    }

    private static String said(Task task, Function<Task, String> field) {
        return task == null ? null : field.apply(task);
    }

    private static Map<String, Task> byNumber(PlanContent plan) {
        Map<String, Task> byNumber = new LinkedHashMap<>();
        plan.tasks().forEach(task -> byNumber.put(task.no(), task));
        return byNumber;
    }

    private static String periods(PlanContent plan) {
        return plan.reportCalendar().stream()
                .map(period -> period.period() + ": " + day(period.due()))
                .collect(Collectors.joining("; "));
    }

    private static String day(LocalDate day) {
        return day == null ? null : VietnamTime.text(day);
    }
}
