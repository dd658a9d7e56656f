package vn.plancascade.plan.process;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.plan.domain.SubPlanCases;

/** The plan's side of the process {@code subPlan}. */
@Component
class EngineSubPlanCases implements SubPlanCases {

    static final String REASON = "reason";
    static final String ACTOR = "actor";

    private final RuntimeService runtime;
    private final TransactionTemplate newTransaction;

    EngineSubPlanCases(RuntimeService runtime, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String open(long obligationId, String unitCode) {
        return runtime.startProcessInstanceByKey(
                        PlanModel.SUB_PLAN, Long.toString(obligationId), Map.of(PlanModel.UNIT_CODE, unitCode))
                .getId();
    }

    /** The reason and the actor travel as transient variables: what people write is never kept by the engine. */
    @Override
    public void withdraw(String processInstanceId, String actor, String reason) {
        runtime.createMessageCorrelation(PlanModel.MESSAGE_SUB_PLAN_WITHDRAWN)
                .processInstanceId(processInstanceId)
                .setVariables(Variables.createVariables()
                        .putValueTyped(ACTOR, Variables.stringValue(actor, true))
                        .putValueTyped(REASON, Variables.stringValue(reason, true)))
                .correlate();
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
