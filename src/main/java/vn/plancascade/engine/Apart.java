package vn.plancascade.engine;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, apart from whatever the engine is doing around it. */
@Component
public class Apart {

    private final TransactionTemplate newTransaction;

    Apart(PlatformTransactionManager transactions) {
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public <T> T run(Supplier<T> work) {
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
