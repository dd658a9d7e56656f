package vn.plancascade.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Gives a lost race inside the engine the name by which the rest of the product knows lost races. A message that nobody waits
 * for is one: somebody else has ended the case meanwhile.
 */
public final class EngineRaces {

    /** A case that ended, or stopped to wait, between two reads of the same command; the engine has no type for either. */
    private static final List<String> GONE =
            List.of("list of executions is empty", "does not have a subscription to a message event");

    private EngineRaces() {}

    public static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException lost) {
            throw new OptimisticLockingFailureException(lost.getMessage(), lost);
        } catch (ProcessEngineException failed) {
            if (GONE.stream().anyMatch(String.valueOf(failed.getMessage())::contains)) {
                throw new OptimisticLockingFailureException(failed.getMessage(), failed);
            }
            throw failed;
        }
    }

    public static void named(Runnable call) {
        named(() -> {
            call.run();
            return null;
        });
    }
}
