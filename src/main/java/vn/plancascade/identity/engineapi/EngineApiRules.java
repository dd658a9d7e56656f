package vn.plancascade.identity.engineapi;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.EngineApiCall;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;

/** Decides what an HTTP client may ask of Camunda's interfaces: what is not on a list is refused. */
@Component
public class EngineApiRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final CurrentActor currentActor;

    EngineApiRules(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    @SuppressWarnings("deprecation")
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        Optional<Actor> actor = currentActor.find();
        EngineApiCall call = EngineApiCall.of(context.getRequest());
        return new AuthorizationDecision(actor.isPresent() && mayCall(actor.get(), call));
    }

    private static boolean mayCall(Actor actor, EngineApiCall call) {
        return AllowedCalls.EVERYBODY.contain(call, actor.login())
                || (actor.holds(Role.administrator) && AllowedCalls.ADMINISTRATORS.contain(call, actor.login()));
    }
}
