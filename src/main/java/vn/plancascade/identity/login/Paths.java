package vn.plancascade.identity.login;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Paths from the application's root, whichever of its servlets answers them. */
final class Paths {

    /** Answered to programs: 401 and 403 with a body, never a page. */
    static final RequestMatcher INTERFACES =
            any("/api/**", "/engine-rest/**", "/camunda/api/**", "/v3/**", "/actuator/**");

    /** The same without the webapps', whose own filters see to their headers. */
    static final RequestMatcher OWN_INTERFACES = any("/api/**", "/engine-rest/**", "/v3/**", "/actuator/**");

    static final RequestMatcher ENGINE_INTERFACES = any("/engine-rest/**", "/camunda/api/**");

    /** The webapps' own filters see to these paths' headers. */
    static final RequestMatcher WEBAPPS = any("/camunda/app/**", "/camunda/api/**");

    static final RequestMatcher PUBLIC = any(
            "/login",
            "/first-administrator",
            "/account/token",
            "/account/forgotten",
            "/css/**",
            "/webjars/**",
            "/favicon.ico",
            "/error",
            "/actuator/health");

    /** What machines ask all the time: whether to go on with this instance, and whether to send it requests. */
    static final RequestMatcher PROBES = any("/actuator/health/liveness", "/actuator/health/readiness");

    /** Would make an administrator, or a login of the webapps' own: there is one login, and it is ours. */
    static final RequestMatcher CLOSED = any("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/*/login/**");

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }

    static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }
}
