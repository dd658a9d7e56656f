package vn.plancascade.plan.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.domain.PlanCases;

/** The plan's side of the process {@code nationalPlan}. */
@Component
class EnginePlanCases implements PlanCases {

    /** One incident a plan, however many units it stands for; their names are in the obligations. */
    static final String INCIDENT = "subPlanStartFailed";

    private final RuntimeService runtime;

    EnginePlanCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public String open(long planId, String unitCode) {
        return runtime.startProcessInstanceByKey(
                        PlanModel.NATIONAL_PLAN, Long.toString(planId), Map.of(PlanModel.UNIT_CODE, unitCode))
                .getId();
    }

    @Override
    public void openBelow(long planId) {
        runtime.startProcessInstanceByKey(PlanModel.LOWER_TIER, Long.toString(planId));
    }

    @Override
    public void discard(String processInstanceId) {
        runtime.deleteProcessInstance(processInstanceId, "discarded");
    }

    @Override
    public boolean isUnderWay(String processInstanceId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                > 0;
    }

    @Override
    public void withdraw(String processInstanceId) {
        runtime.createMessageCorrelation(PlanModel.MESSAGE_NATIONAL_PLAN_WITHDRAWN)
                .processInstanceId(processInstanceId)
                .correlate();
    }

    @Override
    public void allSettled(long planId) {
        // To all that wait, which may be none: it still opens cases, or has been told; the nightly check is the net.
        runtime.createMessageCorrelation(PlanModel.MESSAGE_ALL_SETTLED)
                .processInstanceBusinessKey(Long.toString(planId))
                .correlateAll();
    }

    @Override
    public void reportFailedStarts(long planId, String message) {
        ProcessInstance plan = instance(planId);
        if (plan != null && incident(plan) == null) {
            runtime.createIncident(INCIDENT, plan.getId(), Long.toString(planId), message);
        }
    }

    @Override
    public void failedStartsMended(long planId) {
        ProcessInstance plan = instance(planId);
        Incident incident = plan == null ? null : incident(plan);
        if (incident != null) {
            runtime.resolveIncident(incident.getId());
        }
    }

    private ProcessInstance instance(long planId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PlanModel.NATIONAL_PLAN)
                .processInstanceBusinessKey(Long.toString(planId))
                .singleResult();
    }

    private Incident incident(ProcessInstance plan) {
        return runtime.createIncidentQuery()
                .processInstanceId(plan.getId())
                .incidentType(INCIDENT)
                .singleResult();
    }
}
