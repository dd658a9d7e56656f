package vn.plancascade.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Gives a lost race inside the engine the name by which the rest of the product knows lost races. A message that nobody waits
 * for is one: somebody else has ended the case meanwhile.
 */
public final class EngineRaces {

    /** A case that ended between two reads of the same command. */
    private static final String GONE = "list of executions is empty";

    private EngineRaces() {}

    public static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException lost) {
            throw new OptimisticLockingFailureException(lost.getMessage(), lost);
        } catch (NullValueException missing) {
            if (missing.getMessage().contains(GONE)) {
                throw new OptimisticLockingFailureException(missing.getMessage(), missing);
            }
            throw missing;
        }
    }

    public static void named(Runnable call) {
        named(() -> {
            call.run();
            return null;
        });
    }
}
