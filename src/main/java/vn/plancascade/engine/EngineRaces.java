package vn.plancascade.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Gives a lost race inside the engine the name by which the rest of the product knows lost races. A message that nobody waits
 * for is one: somebody else has ended the case meanwhile.
 */
public final class EngineRaces {

    private EngineRaces() {}

    public static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException lost) {
            throw new OptimisticLockingFailureException(lost.getMessage(), lost);
        }
    }

    public static void named(Runnable call) {
        named(() -> {
            call.run();
            return null;
        });
    }
}
