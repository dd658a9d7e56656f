package vn.plancascade.plan.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.domain.AmendmentCascade;
import vn.plancascade.plan.domain.AmendmentCases;

/** The product's side of the process {@code planAmendment}. */
@Component
class EngineAmendmentCases implements AmendmentCases {

    private final RuntimeService runtime;

    EngineAmendmentCases(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public String open(long amendmentId, long planId, String unitCode) {
        return runtime.startProcessInstanceByKey(
                        AmendmentModel.PLAN_AMENDMENT,
                        Long.toString(planId),
                        Map.of(AmendmentModel.AMENDMENT_ID, amendmentId, AmendmentModel.UNIT_CODE, unitCode))
                .getId();
    }

    @Override
    public void end(Amendment amendment) {
        runtime.createMessageCorrelation(AmendmentModel.MESSAGE_AMENDMENT_ENDED)
                .processInstanceId(amendment.processInstanceId())
                .correlate();
    }

    @Bean
    static JavaDelegate createSupplementsDelegate(AmendmentCascade cascade) {
        return execution -> cascade.create(amendment(execution));
    }

    @Bean
    static JavaDelegate carryAmendmentDelegate(AmendmentCascade cascade) {
        return execution -> execution.setVariable(AmendmentModel.DUTIES_LEFT, cascade.carryNext(amendment(execution)));
    }

    private static long amendment(DelegateExecution execution) {
        return (Long) execution.getVariable(AmendmentModel.AMENDMENT_ID);
    }
}
