package vn.plancascade.identity.engineapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.organisation.Actor;

/** Tells the engine who calls its REST interface: without it, no authorization would be checked at all. */
class EngineRestIdentity extends OncePerRequestFilter {

    private final CurrentActor currentActor;
    private final ObjectProvider<IdentityService> engine;

    EngineRestIdentity(CurrentActor currentActor, ObjectProvider<IdentityService> engine) {
        this.currentActor = currentActor;
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = currentActor.get();
        IdentityService identity = engine.getObject();
        identity.setAuthentication(actor.login(), CurrentActor.engineGroups(actor));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
