package vn.plancascade.worklist.process;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.worklist.HandingOver;
import vn.plancascade.worklist.WorkItem;

/** The engine's assignee is who has the task; the group may still do it when that person's role ends. */
@Service
class EngineHandingOver implements HandingOver {

    private static final int REASON = 1000;

    private final TaskReader tasks;
    private final TaskService taskService;
    private final Obligations obligations;
    private final Extensions extensions;
    private final DutySteps steps;
    private final Organisation organisation;
    private final TransactionTemplate transaction;

    EngineHandingOver(
            TaskReader tasks,
            TaskService taskService,
            Obligations obligations,
            Extensions extensions,
            DutySteps steps,
            Organisation organisation,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.taskService = taskService;
        this.obligations = obligations;
        this.extensions = extensions;
        this.steps = steps;
        this.organisation = organisation;
        this.transaction = transaction;
    }

    @Override
    public void handOver(Actor actor, long id, String to, String reason) {
        Races.inTransaction(
                transaction,
                () -> EngineRaces.named(() -> {
                    Handed handed = handed(actor, id, to, reason);
                    if (!tasks.lock(handed.task().id())) {
                        throw new Conflict("task.done");
                    }
                    taskService.setAssignee(handed.task().id(), handed.to());
                    String names = organisation.nameOf(handed.task().assignee()) == null
                            ? organisation.nameOf(handed.to())
                            : organisation.nameOf(handed.task().assignee()) + " → " + organisation.nameOf(handed.to());
                    steps.noted(id, DutyNote.handedOver, actor.login(), names + ": " + Names.clean(reason));
                    return null;
                }));
    }

    @Override
    public void check(Actor actor, long id, String to, String reason) {
        handed(actor, id, to, reason);
    }

    private Handed handed(Actor actor, long id, String to, String sent) {
        String reason = Names.clean(sent);
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        if (reason.length() > REASON) {
            throw new InvalidInput("reason", "tooLong", REASON);
        }
        Actor person = organisation
                .actor(Names.clean(to) == null ? "" : to)
                .orElseThrow(() -> new InvalidInput("to", Names.clean(to) == null ? "required" : "person.unknown"));
        Obligation duty = obligations.find(id).orElseThrow(() -> new NotFound("obligation.unknown"));
        WorkItem task = tasks.ofCase(duty.processInstanceId()).stream()
                .filter(item -> actor.holds(Role.head, item.unitCode()))
                .findFirst()
                .orElseGet(() -> decided(actor, id, duty));
        if (!person.isInAny(task.groups())) {
            throw new Conflict("handOver.notTheirs", person.person().fullName());
        }
        if (person.login().equals(task.assignee())) {
            throw new Conflict("handOver.theirs", person.person().fullName());
        }
        return new Handed(task, person.login());
    }

    private WorkItem decided(Actor actor, long id, Obligation duty) {
        extensions.decidable(actor, id);
        return tasks.ofCase(duty.processInstanceId()).stream()
                .findFirst()
                .orElseThrow(() -> new Conflict("handOver.noTask"));
    }

    private record Handed(WorkItem task, String to) {}
}
