package vn.plancascade.deadline.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import vn.plancascade.deadline.DutyCases;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyMessage;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.engine.UnitsInCases;

/**
 * What happens to a duty's case from outside. The models that carry duties name their messages alike: the kind of duty, a
 * dot, and {@code withdrawn}, {@code waived} or {@code deadlineMoved}.
 */
class EngineDutyCases implements DutyCases {

    static final String REASON = "reason";
    static final String ACTOR = "actor";
    static final String STEP = "step";

    private final DutyKind kind;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final UnitsInCases units;

    EngineDutyCases(
            DutyKind kind, RuntimeService runtime, TaskService tasks, ManagementService jobs, UnitsInCases units) {
        this.kind = kind;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.units = units;
    }

    @Override
    public DutyKind kind() {
        return kind;
    }

    @Override
    public void waive(Obligation duty, String actor, String reason) {
        EngineRaces.named(() ->
                end(DutyMessage.waived, DutyStep.waived, duty, actor, reason).correlate());
    }

    @Override
    public void end(Obligation duty, DutyStep step, String actor, String reason) {
        end(DutyMessage.withdrawn, step, duty, actor, reason).correlate();
    }

    @Override
    public void stopWaiting(Obligation duty) {
        if (duty.processInstanceId() != null) {
            end(DutyMessage.withdrawn, DutyStep.withdrawn, duty, null, null).correlateAll();
        }
    }

    /** The step, the reason and the actor travel as transient variables: what people write is never kept by the engine. */
    private MessageCorrelationBuilder end(
            DutyMessage message, DutyStep step, Obligation duty, String actor, String reason) {
        return runtime.createMessageCorrelation(message.of(kind))
                .processInstanceId(duty.processInstanceId())
                .setVariables(Variables.createVariables()
                        .putValueTyped(STEP, Variables.stringValue(step.name(), true))
                        .putValueTyped(ACTOR, Variables.stringValue(actor, true))
                        .putValueTyped(REASON, Variables.stringValue(reason, true)));
    }

    @Override
    public void deadlineMoved(Obligation duty) {
        EngineRaces.named(() -> {
            Date dueAt = Date.from(duty.dueAt());
            for (Task task : tasks.createTaskQuery()
                    .processInstanceId(duty.processInstanceId())
                    .list()) {
                task.setDueDate(dueAt);
                tasks.saveTask(task);
            }
            moveTimer(duty.processInstanceId(), dueAt);
        });
    }

    @Override
    public void superiorChanged(Obligation duty, String superior) {
        if (duty.processInstanceId() != null) {
            units.replaceIn(duty.processInstanceId(), duty.superiorCode(), superior);
        }
    }

    /** The case's one timer; after it has fired it cannot be armed again, and the case is told to wait anew. */
    private void moveTimer(String processInstanceId, Date dueAt) {
        List<Job> waiting = jobs.createJobQuery().processInstanceId(processInstanceId).timers().list().stream()
                .filter(timer -> DUE_TIMERS.contains(activity(timer)))
                .toList();
        if (waiting.isEmpty()) {
            runtime.createMessageCorrelation(DutyMessage.deadlineMoved.of(kind))
                    .processInstanceId(processInstanceId)
                    .correlate();
        } else {
            waiting.forEach(timer -> jobs.setJobDuedate(timer.getId(), dueAt));
        }
    }

    private static final List<String> DUE_TIMERS = List.of("event_dueMomentPassed", "event_newDueMomentPassed");

    private String activity(Job timer) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
