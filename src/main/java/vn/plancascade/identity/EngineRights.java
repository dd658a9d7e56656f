package vn.plancascade.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** With whose rights the engine works in the present thread. */
@Component
public class EngineRights {

    private final IdentityService identity;

    EngineRights(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * Runs a step of the product, which checks rights by itself, without the engine checking those of the caller as
     * well: it would hide rows that the step has to read.
     */
    public <T> T asSystem(Supplier<T> step) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return step.get();
        } finally {
            identity.setAuthentication(caller);
        }
    }
}
