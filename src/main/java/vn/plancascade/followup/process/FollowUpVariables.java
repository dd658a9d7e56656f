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
        return new Watched(
                item.subject(),
                DutyKind.valueOf(variable(item, FollowUpModel.DUTY_KIND)),
                variable(item, FollowUpModel.PERIOD));
    }

    String inspector(WorkItem item) {
        return variable(item, FollowUpModel.INSPECTOR);
    }

    private String variable(WorkItem item, String name) {
        return (String) runtime.getVariable(item.processInstanceId(), name);
    }
}
