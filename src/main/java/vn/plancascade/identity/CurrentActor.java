package vn.plancascade.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import vn.plancascade.identity.login.LoggedIn;
import vn.plancascade.identity.login.SessionStamps;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;

/**
 * Who acts in this request, with the roles held at this moment.
 *
 * <p>Nothing of it is kept in the session: a role that ended, or a person who was disabled, counts from the next request
 * on. Within a request it is loaded once.
 */
@Component
public class CurrentActor {

    private static final String ATTRIBUTE = CurrentActor.class.getName();

    private final Organisation organisation;
    private final SessionStamps stamps;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    CurrentActor(Organisation organisation, SessionStamps stamps) {
        this.organisation = organisation;
        this.stamps = stamps;
    }

    /**
     * The one who acts.
     *
     * @throws AccessDeniedException if nobody has logged in, or the person is no longer enabled
     */
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("No enabled person in this request"));
    }

    /** The one who acts; empty if nobody has logged in, or the person is no longer enabled. */
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!trust.isAuthenticated(authentication)) {
            return Optional.empty();
        }
        String login = authentication.getName();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return load(authentication);
        }
        Loaded loaded = (Loaded) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (loaded == null || !loaded.login.equals(login)) {
            loaded = new Loaded(login, load(authentication));
            request.setAttribute(ATTRIBUTE, loaded, RequestAttributes.SCOPE_REQUEST);
        }
        return loaded.actor;
    }

    /** A session that was opened with another password than the present one has ended. */
    private Optional<Actor> load(Authentication authentication) {
        return authentication.getPrincipal() instanceof LoggedIn session && !stamps.isPresent(session)
                ? Optional.empty()
                : organisation.actor(authentication.getName());
    }

    public boolean isAdministrator() {
        return find().filter(actor -> actor.holds(Role.administrator)).isPresent();
    }

    /** The engine's groups of an actor: the roles held today, and those that everybody or every administrator is in. */
    public static List<String> engineGroups(Actor actor) {
        List<String> groups = new ArrayList<>(actor.groups());
        groups.add(StandingGroups.STAFF);
        if (actor.holds(Role.administrator)) {
            groups.add(StandingGroups.ADMINISTRATORS);
        }
        return groups;
    }

    private record Loaded(String login, Optional<Actor> actor) {}
}
