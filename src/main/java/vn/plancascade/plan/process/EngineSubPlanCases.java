package vn.plancascade.plan.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyMessage;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.engine.StepGuard;
import vn.plancascade.plan.domain.SubPlanCases;

/** The product's side of the process {@code subPlan}. */
@Component
class EngineSubPlanCases implements SubPlanCases {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;

    EngineSubPlanCases(RuntimeService runtime, TaskService tasks, RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
    }

    @Override
    public String open(long obligationId, String unitCode, Instant dueAt) {
        return runtime.startProcessInstanceByKey(
                        PlanModel.SUB_PLAN,
                        Long.toString(obligationId),
                        Variables.putValue(PlanModel.UNIT_CODE, unitCode)
                                .putValueTyped(PlanModel.DUE_AT, Variables.dateValue(Date.from(dueAt), true)))
                .getId();
    }

    @Override
    public boolean hasReview(String processInstanceId) {
        String model = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getProcessDefinitionId();
        return repository.getBpmnModelInstance(model).getModelElementById(PlanModel.REVIEW_SUB_PLAN) != null;
    }

    @Override
    public void recordedOutside(Obligation duty, boolean confirmed) {
        String processInstanceId = duty.processInstanceId();
        EngineRaces.named(() -> {
            runtime.createMessageCorrelation(DutyMessage.recordedOutside.of(duty.kind()))
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
}
