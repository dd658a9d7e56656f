package vn.plancascade.plan.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyCases;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.engine.StepGuard;
import vn.plancascade.plan.domain.SubPlanCases;

/** The product's side of the process {@code subPlan}. */
@Component
class EngineSubPlanCases implements SubPlanCases, DutyCases {

    static final String REASON = "reason";
    static final String ACTOR = "actor";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final TransactionTemplate newTransaction;

    EngineSubPlanCases(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String open(long obligationId, String unitCode) {
        return runtime.startProcessInstanceByKey(
                        PlanModel.SUB_PLAN, Long.toString(obligationId), Map.of(PlanModel.UNIT_CODE, unitCode))
                .getId();
    }

    @Override
    public void recordedOutside(String processInstanceId, boolean confirmed) {
        EngineRaces.named(() -> {
            runtime.createMessageCorrelation(PlanModel.MESSAGE_RECORDED_OUTSIDE)
                    .processInstanceId(processInstanceId)
                    .correlate();
            if (confirmed) {
                Task task = tasks.createTaskQuery()
                        .processInstanceId(processInstanceId)
                        .taskDefinitionKey(PlanModel.CONFIRM_ISSUED_OUTSIDE)
                        .singleResult();
                StepGuard.stepping(() -> tasks.complete(task.getId(), Map.of(PlanModel.DECISION, "approve")));
            }
        });
    }

    @Override
    public void withdraw(String processInstanceId, String actor, String reason) {
        end(PlanModel.MESSAGE_SUB_PLAN_WITHDRAWN, processInstanceId, actor, reason);
    }

    @Override
    public DutyKind kind() {
        return DutyKind.subPlan;
    }

    @Override
    public void waive(Obligation duty, String actor, String reason) {
        EngineRaces.named(() -> end(PlanModel.MESSAGE_SUB_PLAN_WAIVED, duty.processInstanceId(), actor, reason));
    }

    /** The reason and the actor travel as transient variables: what people write is never kept by the engine. */
    private void end(String message, String processInstanceId, String actor, String reason) {
        runtime.createMessageCorrelation(message)
                .processInstanceId(processInstanceId)
                .setVariables(Variables.createVariables()
                        .putValueTyped(ACTOR, Variables.stringValue(actor, true))
                        .putValueTyped(REASON, Variables.stringValue(reason, true)))
                .correlate();
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

    /** The case's one timer; after it has fired it cannot be armed again, and the case is told to wait anew. */
    private void moveTimer(String processInstanceId, Date dueAt) {
        List<Job> waiting = jobs.createJobQuery()
                .processInstanceId(processInstanceId)
                .timers()
                .list();
        if (waiting.isEmpty()) {
            runtime.createMessageCorrelation(PlanModel.MESSAGE_DEADLINE_MOVED)
                    .processInstanceId(processInstanceId)
                    .correlate();
        } else {
            waiting.forEach(timer -> jobs.setJobDuedate(timer.getId(), dueAt));
        }
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        try {
            return ProcessEngineContext.withNewProcessEngineContext(
                    (Callable<T>) () -> newTransaction.execute(status -> work.get()));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
