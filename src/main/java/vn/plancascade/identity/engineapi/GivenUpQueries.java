package vn.plancascade.identity.engineapi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.DatabaseRefusal;

/**
 * Remembers that a command of this thread failed because the database gave it up or is away: of that, Camunda's interfaces
 * keep nothing but words in the database's language.
 */
@Component
class GivenUpQueries extends AbstractProcessEnginePlugin {

    private static final Set<DatabaseRefusal> OF_THE_SERVICE =
            EnumSet.of(DatabaseRefusal.TOO_SLOW, DatabaseRefusal.AWAY);

    private static final ThreadLocal<DatabaseRefusal> GIVEN_UP = new ThreadLocal<>();

    static void forget() {
        GIVEN_UP.remove();
    }

    /** {@code TOO_SLOW} or {@code AWAY}; empty if nothing failed of either. */
    static Optional<DatabaseRefusal> last() {
        return Optional.ofNullable(GIVEN_UP.get());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = engine.getCustomPreCommandInterceptorsTxRequired();
        if (interceptors == null) {
            interceptors = new ArrayList<>();
            engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
        }
        interceptors.add(new Watching());
    }

    private static final class Watching extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException failed) {
                GIVEN_UP.set(DatabaseRefusal.of(failed)
                        .filter(OF_THE_SERVICE::contains)
                        .orElse(null));
                throw failed;
            }
        }
    }
}
