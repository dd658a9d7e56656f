package vn.plancascade.identity.engineapi;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.organisation.Actor;

/**
 * Makes our login the webapps' login.
 *
 * <p>The webapps keep a user's groups in the session. Here they are compared with the roles held at this moment and
 * replaced when they differ, so that a role's end shows with the next request.
 */
class WebappIdentity extends ContainerBasedAuthenticationFilter {

    private final CurrentActor currentActor;

    WebappIdentity(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = new OurLogin();
    }

    /** There is one engine, and what the webapps ask of no engine in particular, such as who has logged in, is asked of it. */
    @Override
    protected String extractEngineName(HttpServletRequest request) {
        return Optional.ofNullable(super.extractEngineName(request)).orElse(ProcessEngines.NAME_DEFAULT);
    }

    @Override
    protected boolean existisAuthentication(Authentications known, String engineName, String login) {
        return super.existisAuthentication(known, engineName, login)
                && known.getAuthenticationForProcessEngine(engineName) instanceof UserAuthentication user
                && Set.copyOf(user.getGroupIds()).equals(new HashSet<>(groups()));
    }

    private List<String> groups() {
        return CurrentActor.engineGroups(currentActor.get());
    }

    private final class OurLogin extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Optional<Actor> actor = currentActor.find();
            if (actor.isEmpty()) {
                return AuthenticationResult.unsuccessful();
            }
            AuthenticationResult result =
                    AuthenticationResult.successful(actor.get().login());
            result.setGroups(groups());
            result.setTenants(List.of());
            return result;
        }
    }
}
