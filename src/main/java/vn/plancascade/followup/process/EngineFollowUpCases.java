package vn.plancascade.followup.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.plancascade.followup.domain.FollowUpCases;
import vn.plancascade.followup.domain.Watched;

/** The product's side of the process {@code overdueFollowUp}. */
@Component
class EngineFollowUpCases implements FollowUpCases {

    private final RuntimeService runtime;

    EngineFollowUpCases(RuntimeService runtime) {
        this.runtime = runtime;
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
        if (!isOpen) {
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
        // To all that wait, which may be none: the task may have been ended by hand.
        runtime.createMessageCorrelation(FollowUpModel.MESSAGE_OVERDUE_SETTLED)
                .processInstanceBusinessKey(Long.toString(watched.planId()))
                .processInstanceVariableEquals(FollowUpModel.INSPECTOR, inspector)
                .processInstanceVariableEquals(
                        FollowUpModel.DUTY_KIND, watched.kind().name())
                .processInstanceVariableEquals(FollowUpModel.PERIOD, watched.period())
                .correlateAll();
    }
}
