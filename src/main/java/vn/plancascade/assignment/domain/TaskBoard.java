package vn.plancascade.assignment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.PlanTask.UnitName;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.PlanUnits;
import vn.plancascade.plan.TaskAssignment;

/** Puts together what is shown of a plan's tasks; the number of statements does not depend on that of units or tasks. */
@Component
class TaskBoard {

    private final TaskTable table;
    private final AnswerTable answers;
    private final PlanTermsSource terms;
    private final PlanUnits planUnits;
    private final Organisation organisation;
    private final Clock clock;

    TaskBoard(
            TaskTable table,
            AnswerTable answers,
            PlanTermsSource terms,
            PlanUnits planUnits,
            Organisation organisation,
            Clock clock) {
        this.table = table;
        this.answers = answers;
        this.terms = terms;
        this.planUnits = planUnits;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<PlanTask> of(Actor actor, NationalPlan plan, List<Task> tasks) {
        boolean given = plan.issuedAt() != null;
        Map<String, TaskRow> rows = (given
                        ? table.ofPlan(plan.id()).stream()
                        : plan.content().assignments().stream().map(one -> planned(plan, one)))
                .collect(Collectors.toMap(TaskRow::taskNo, Function.identity()));
        Map<String, Map<Answer, Long>> counts =
                given ? answers.counts(plan.id(), tasks, organisation.scopeOf(actor)) : Map.of();
        boolean mayAssign = planUnits.mayLetJoin(actor, plan);
        TaskRights rights = TaskRights.of(actor, terms.terms(plan.id()).focalUnit());
        Names names = names(rows.values());
        return tasks.stream()
                .map(task -> shown(
                        plan,
                        task,
                        rows.get(task.no()),
                        counts.getOrDefault(task.no(), Map.of()),
                        rights,
                        names,
                        mayAssign))
                .toList();
    }

    /** A task as it stands on the list of work of somebody who works on it. */
    PlanTask waiting(NationalPlan plan, Task task, TaskRow row, Actor actor) {
        return shown(plan, task, row, Map.of(), TaskRights.of(actor, plan.unitCode()), names(List.of(row)), false);
    }

    /** What the draft of a plan says of who is to answer. */
    private static TaskRow planned(NationalPlan plan, TaskAssignment given) {
        return new TaskRow(
                0,
                plan.id(),
                given.taskNo(),
                given.unit(),
                given.coordinating(),
                given.due(),
                TaskState.notBegun,
                0,
                null,
                0,
                null,
                null,
                java.util.stream.IntStream.range(0, given.milestones().size())
                        .mapToObj(i -> new TaskRow.Milestone(
                                i + 1,
                                given.milestones().get(i).title(),
                                given.milestones().get(i).due(),
                                null))
                        .toList());
    }

    private record Names(Map<String, String> units, Map<String, String> people) {

        UnitName unit(String code) {
            return new UnitName(code, units.getOrDefault(code, code));
        }
    }

    private Names names(java.util.Collection<TaskRow> rows) {
        Set<String> units = rows.stream()
                .flatMap(row -> Stream.concat(Stream.ofNullable(row.unit()), row.coordinating().stream()))
                .collect(Collectors.toSet());
        Set<String> people =
                rows.stream().map(TaskRow::updatedBy).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Names(
                units.isEmpty() ? Map.of() : organisation.unitNames(units),
                people.isEmpty() ? Map.of() : organisation.namesOf(people));
    }

    private PlanTask shown(
            NationalPlan plan,
            Task task,
            TaskRow row,
            Map<Answer, Long> units,
            TaskRights rights,
            Names names,
            boolean mayAssign) {
        if (row == null) {
            return new PlanTask(
                    plan.id(),
                    task.no(),
                    task.title(),
                    task.mandatory(),
                    task.kinds(),
                    null,
                    List.of(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    List.of(),
                    units,
                    false,
                    mayAssign);
        }
        LocalDate today = VietnamTime.dayOf(clock.instant());
        boolean open = row.state() != TaskState.done && plan.state() == PlanState.issued;
        boolean reads = rights.mayRead(row);
        return new PlanTask(
                plan.id(),
                task.no(),
                task.title(),
                task.mandatory(),
                task.kinds(),
                names.unit(row.unit()),
                row.coordinating().stream().map(names::unit).toList(),
                row.due(),
                open && row.due() != null && row.due().isBefore(today),
                row.state(),
                row.percent(),
                reads ? row.note() : null,
                reads && row.updatedBy() != null ? names.people().getOrDefault(row.updatedBy(), row.updatedBy()) : null,
                row.updatedAt(),
                row.version(),
                row.milestones().stream()
                        .map(milestone -> new PlanTask.Milestone(
                                milestone.position(),
                                milestone.title(),
                                milestone.due(),
                                milestone.doneOn(),
                                open
                                        && milestone.doneOn() == null
                                        && milestone.due().isBefore(today)))
                        .toList(),
                units,
                plan.state() == PlanState.issued && rights.mayTell(row),
                mayAssign);
    }
}
