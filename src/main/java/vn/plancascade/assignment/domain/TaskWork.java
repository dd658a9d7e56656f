package vn.plancascade.assignment.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.TaskUpdates;
import vn.plancascade.assignment.ToldProgress;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.AssignmentChecks;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanUnits;
import vn.plancascade.plan.TaskAssignment;

@Service
@Transactional
class TaskWork implements TaskUpdates {

    private final TaskAccess access;
    private final PlanUnits planUnits;
    private final AssignmentChecks checks;
    private final TaskTable table;
    private final TaskMoves moves;
    private final TaskBoard board;
    private final TaskWatches watches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskWork(
            TaskAccess access,
            PlanUnits planUnits,
            AssignmentChecks checks,
            TaskTable table,
            TaskMoves moves,
            TaskBoard board,
            TaskWatches watches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.planUnits = planUnits;
        this.checks = checks;
        this.table = table;
        this.moves = moves;
        this.board = board;
        this.watches = watches;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public PlanTask tell(Actor actor, long planId, String no, ToldProgress told) {
        TaskRow row = access.own(actor, planId, no);
        int percent = ProgressRules.percent(told, row.milestones().size());
        if (told.version() != null && told.version() != row.version()) {
            throw new Conflict("planTask.toldSince");
        }
        moves.tell(row, told.state(), percent, told.note(), actor.login(), clock.instant());
        if (told.milestonesDone() != null) {
            LocalDate today = VietnamTime.dayOf(clock.instant());
            row.milestones().stream()
                    .filter(milestone -> (milestone.doneOn() != null)
                            != told.milestonesDone().contains(milestone.position()))
                    .forEach(milestone ->
                            moves.reached(row.id(), milestone.position(), milestone.doneOn() == null ? today : null));
        }
        events.publishEvent(act(ActWord.planTaskTold, actor, row, told.state() + ", " + percent + "%"));
        return shown(actor, planId, no);
    }

    @Override
    public PlanTask assign(Actor actor, long planId, String no, TaskAssignment sent) {
        NationalPlan plan = access.plan(actor, planId);
        TaskAccess.inForce(plan);
        TaskAccess.task(plan, no);
        if (!planUnits.mayLetJoin(actor, plan)) {
            throw new NotAllowed("planTask.notAssigning");
        }
        TaskAssignment given = new TaskAssignment(no, sent.unit(), sent.coordinating(), sent.due(), sent.milestones());
        checks.check(plan, given);
        table.find(planId, no).ifPresentOrElse(row -> moves.give(row, given), () -> moves.addIfMissing(planId, given));
        watches.open(planId);
        events.publishEvent(act(
                ActWord.planTaskAssigned,
                actor,
                table.find(planId, no).orElseThrow(),
                given.units().collect(Collectors.joining(", "))));
        return shown(actor, planId, no);
    }

    private PlanTask shown(Actor actor, long planId, String no) {
        NationalPlan plan = access.plan(actor, planId);
        return board.of(actor, plan, List.of(TaskAccess.task(plan, no))).get(0);
    }

    static Act act(ActWord word, Actor actor, TaskRow row, String said) {
        return Act.of(word, actor.login())
                .ofPlan(row.planId())
                .inUnit(row.unit())
                .about(row.taskNo())
                .saying(said);
    }
}
