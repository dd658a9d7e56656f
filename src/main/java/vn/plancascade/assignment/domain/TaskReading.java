package vn.plancascade.assignment.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.PlanTasks;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

@Service
@Transactional(readOnly = true)
class TaskReading implements PlanTasks {

    private final NationalPlans plans;
    private final TaskAccess access;
    private final TaskTable table;
    private final AnswerTable answers;
    private final TaskBoard board;
    private final Organisation organisation;

    TaskReading(
            NationalPlans plans,
            TaskAccess access,
            TaskTable table,
            AnswerTable answers,
            TaskBoard board,
            Organisation organisation) {
        this.plans = plans;
        this.access = access;
        this.table = table;
        this.answers = answers;
        this.board = board;
        this.organisation = organisation;
    }

    @Override
    public List<PlanTask> board(Actor actor, long planId) {
        NationalPlan plan = plans.get(actor, planId);
        return board.of(actor, plan, plan.content().tasks());
    }

    @Override
    public PlanTask get(Actor actor, long planId, String no) {
        NationalPlan plan = plans.get(actor, planId);
        return board.of(actor, plan, List.of(TaskAccess.task(plan, no))).get(0);
    }

    @Override
    public Page<AnsweringUnit> units(Actor actor, long planId, String no, Answer answer, PageRequest page) {
        NationalPlan plan = plans.get(actor, planId);
        return answers.units(planId, TaskAccess.task(plan, no), answer, organisation.scopeOf(actor), page);
    }

    @Override
    public List<Told> history(Actor actor, long planId, String no) {
        return access.readable(actor, planId, no)
                .map(row -> named(table.told(row.id())))
                .orElse(List.of());
    }

    private List<Told> named(List<Told> told) {
        Map<String, String> names =
                organisation.namesOf(told.stream().map(Told::by).collect(Collectors.toSet()));
        return told.stream()
                .map(one -> new Told(
                        one.state(), one.percent(), one.note(), names.getOrDefault(one.by(), one.by()), one.at()))
                .toList();
    }

    @Override
    public List<Waiting> waitingFor(Actor actor) {
        List<TaskRow> open = table.openOf(TaskRights.unitsOf(actor));
        Set<Long> ids = open.stream().map(TaskRow::planId).collect(Collectors.toSet());
        Map<Long, NationalPlan> inForce = ids.stream()
                .flatMap(id -> plans.find(id).stream())
                .filter(plan -> plan.state() == PlanState.issued)
                .collect(Collectors.toMap(NationalPlan::id, Function.identity()));
        return open.stream()
                .filter(row -> inForce.containsKey(row.planId()))
                .flatMap(row -> {
                    NationalPlan plan = inForce.get(row.planId());
                    return plan.content().task(row.taskNo()).stream()
                            .map(task -> new Waiting(
                                    board.waiting(plan, task, row, actor),
                                    plan.content().documentNumber(),
                                    plan.content().shortSubject()));
                })
                .toList();
    }
}
