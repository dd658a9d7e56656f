package vn.plancascade.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Tells browsers from programs, as far as a request shows it. */
final class Browsers {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Browsers() {}

    /** A person who looks for a page. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && !isScript(request);
    }

    /**
     * A browser, in whatever way it asks. It must never be asked for Basic credentials: it would keep them and send them
     * along with whatever another site makes it request.
     */
    static boolean isBrowser(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return request.getHeader("Sec-Fetch-Mode") != null
                || isScript(request)
                || (agent != null && agent.startsWith("Mozilla/"));
    }

    static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** A change that another site's page makes a browser ask for; programs do not send the header. */
    static boolean isForeignChange(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && !site.equals("same-origin")
                && !site.equals("none")
                && !SAFE.contains(request.getMethod());
    }

    /**
     * A change that needs our token. A program that names itself with every request and has no session cannot be made to
     * do so by another site's page; whoever comes with a session, or with nothing, can.
     */
    static boolean needsToken(HttpServletRequest request) {
        boolean namesItself = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return !SAFE.contains(request.getMethod()) && !(namesItself && request.getRequestedSessionId() == null);
    }

    private static boolean isScript(HttpServletRequest request) {
        return isHtmx(request) || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }
}
