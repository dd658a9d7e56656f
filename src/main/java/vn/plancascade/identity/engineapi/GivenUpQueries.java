package vn.plancascade.identity.engineapi;

import static vn.plancascade.kernel.DatabaseRefusal.TOO_SLOW;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.DatabaseRefusal;

/**
 * Remembers that a command of this thread failed because the database gave it up: of that, Camunda's interfaces keep
 * nothing but words in the database's language.
 */
@Component
class GivenUpQueries extends AbstractProcessEnginePlugin {

    private static final ThreadLocal<Boolean> GIVEN_UP = ThreadLocal.withInitial(() -> false);

    static void forget() {
        GIVEN_UP.remove();
    }

    static boolean wereThere() {
        return GIVEN_UP.get();
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
                GIVEN_UP.set(DatabaseRefusal.of(failed).filter(TOO_SLOW::equals).isPresent());
                throw failed;
            }
        }
    }
}
