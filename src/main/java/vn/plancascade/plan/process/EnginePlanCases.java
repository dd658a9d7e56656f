package vn.plancascade.plan.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.domain.PlanCases;

/** The plan's side of the processes {@code nationalPlan} and {@code planClosing}. */
@Component
class EnginePlanCases implements PlanCases {

    /** One incident a plan, however many units it stands for; their names are in the obligations. */
    static final String INCIDENT = "subPlanStartFailed";

    private final RuntimeService runtime;
    private final ManagementService jobs;

    EnginePlanCases(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    @Override
    public String open(long planId, String unitCode) {
        return runtime.startProcessInstanceByKey(
                        PlanModel.NATIONAL_PLAN, Long.toString(planId), Map.of(PlanModel.UNIT_CODE, unitCode))
                .getId();
    }

    @Override
    public void openBeside(long planId) {
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
    public void withdraw(NationalPlan plan) {
        runtime.createMessageCorrelation(PlanModel.MESSAGE_NATIONAL_PLAN_WITHDRAWN)
                .processInstanceId(plan.processInstanceId())
                .correlate();
        // What waits for the end of its year need wait no longer.
        runtime.createMessageCorrelation(PlanModel.MESSAGE_NATIONAL_PLAN_WITHDRAWN)
                .processInstanceBusinessKey(Long.toString(plan.id()))
                .correlateAll();
    }

    @Override
    public void awaitYearEnd(long planId, Instant end) {
        ProcessInstance closing = instance(PlanModel.PLAN_CLOSING, planId);
        if (closing == null) {
            runtime.startProcessInstanceByKey(PlanModel.PLAN_CLOSING, Long.toString(planId));
        } else {
            jobs.createJobQuery().processInstanceId(closing.getId()).activityId(PlanModel.YEAR_OVER).list().stream()
                    .filter(timer -> !timer.getDuedate().toInstant().equals(end))
                    .forEach(timer -> jobs.setJobDuedate(timer.getId(), Date.from(end)));
        }
    }

    @Override
    public boolean awaitsYearEnd(long planId) {
        return instance(PlanModel.PLAN_CLOSING, planId) != null;
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
        ProcessInstance plan = instance(PlanModel.NATIONAL_PLAN, planId);
        if (plan != null && incidents(plan).isEmpty()) {
            runtime.createIncident(INCIDENT, plan.getId(), Long.toString(planId), message);
        }
    }

    @Override
    public void failedStartsMended(long planId) {
        ProcessInstance plan = instance(PlanModel.NATIONAL_PLAN, planId);
        if (plan != null) {
            incidents(plan).forEach(incident -> runtime.resolveIncident(incident.getId()));
        }
    }

    private ProcessInstance instance(String process, long planId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(Long.toString(planId))
                .singleResult();
    }

    /** Two lanes that fail at the same time may both have reported it. */
    private List<Incident> incidents(ProcessInstance plan) {
        return runtime.createIncidentQuery()
                .processInstanceId(plan.getId())
                .incidentType(INCIDENT)
                .list();
    }
}
