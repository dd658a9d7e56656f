package vn.plancascade.followup.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.plancascade.followup.domain.FollowUpCases;
import vn.plancascade.followup.domain.Watched;

/** The product's side of the process {@code overdueFollowUp}. */
@Component
class EngineFollowUpCases implements FollowUpCases {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FollowUpVariables variables;

    EngineFollowUpCases(RuntimeService runtime, TaskService tasks, FollowUpVariables variables) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.variables = variables;
    }

    @Override
    public void open(Watched watched, String inspector, String unitCode) {
        boolean isOpen = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(FollowUpModel.OVERDUE_FOLLOW_UP)
                        .processInstanceBusinessKey(Long.toString(watched.planId()))
                        .variableValueEquals(FollowUpModel.INSPECTOR, inspector)
                        .variableValueEquals(
                                FollowUpModel.DUTY_KIND, watched.kind().name())
                        .variableValueEquals(FollowUpModel.PERIOD, watched.period())
                        .count()
                > 0;
        if (isOpen) {
            // It may wait to be looked at again; what has just come does not.
            tell(FollowUpModel.MESSAGE_MORE_OVERDUE, watched, inspector);
        } else {
            runtime.startProcessInstanceByKey(
                    FollowUpModel.OVERDUE_FOLLOW_UP,
                    Long.toString(watched.planId()),
                    Map.of(
                            FollowUpModel.DUTY_KIND,
                            watched.kind().name(),
                            FollowUpModel.PERIOD,
                            watched.period(),
                            FollowUpModel.INSPECTOR,
                            inspector,
                            FollowUpModel.UNIT_CODE,
                            unitCode));
        }
    }

    @Override
    public void settled(Watched watched, String inspector) {
        tell(FollowUpModel.MESSAGE_OVERDUE_SETTLED, watched, inspector);
    }

    @Override
    public List<Watched> waitingFor(String inspector) {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey(FollowUpModel.FOLLOW_UP_OVERDUE)
                .taskAssignee(inspector)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(Task::getProcessInstanceId)
                .map(this::watched)
                .toList();
    }

    private Watched watched(String processInstanceId) {
        String plan = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult()
                .getBusinessKey();
        return variables.watched(Long.parseLong(plan), processInstanceId);
    }

    /** To those of them that wait for it, which may be none. */
    private void tell(String message, Watched watched, String inspector) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(Long.toString(watched.planId()))
                .processInstanceVariableEquals(FollowUpModel.INSPECTOR, inspector)
                .processInstanceVariableEquals(
                        FollowUpModel.DUTY_KIND, watched.kind().name())
                .processInstanceVariableEquals(FollowUpModel.PERIOD, watched.period())
                .correlateAll();
    }
}
