package vn.plancascade.kernel;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps that may meet a timer or another step on the same row. */
public final class Races {

    /** A step that loses its race is tried this often before the user is told. */
    private static final int TRIES = 3;

    private Races() {}

    /**
     * Runs the step in a transaction, and again in a new one where it lost a race. As a part of somebody else's transaction it is
     * run once: that one has to begin again.
     *
     * @throws Conflict if it lost every time
     */
    public static <T> T inTransaction(TransactionTemplate transaction, Supplier<T> step) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.execute(status -> step.get());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> step.get());
            } catch (ConcurrencyFailureException raced) {
                if (attempt == TRIES) {
                    throw new Conflict("busy");
                }
            }
        }
    }
}
