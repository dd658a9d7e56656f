package vn.plancascade.followup.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.domain.Watched;
import vn.plancascade.worklist.WorkItem;

/** What a case of follow-up is about, as its process keeps it. */
@Component
class FollowUpVariables {

    private final RuntimeService runtime;

    FollowUpVariables(RuntimeService runtime) {
        this.runtime = runtime;
    }

    Watched watched(WorkItem item) {
        return watched(item.subject(), item.processInstanceId());
    }

    Watched watched(long planId, String processInstanceId) {
        return new Watched(
                planId,
                DutyKind.valueOf(variable(processInstanceId, FollowUpModel.DUTY_KIND)),
                variable(processInstanceId, FollowUpModel.PERIOD));
    }

    String inspector(WorkItem item) {
        return variable(item.processInstanceId(), FollowUpModel.INSPECTOR);
    }

    private String variable(String processInstanceId, String name) {
        return (String) runtime.getVariable(processInstanceId, name);
    }
}
