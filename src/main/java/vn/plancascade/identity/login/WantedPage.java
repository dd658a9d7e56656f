package vn.plancascade.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** After the login a person goes on to the page that was asked for; never to a fragment or a file of data. */
final class WantedPage {

    private WantedPage() {}

    /** The page that was asked for before the login, as a path: the host that it was asked at is of no account. */
    static String of(HttpServletRequest request, HttpServletResponse response) {
        RequestCache cache = cache();
        SavedRequest saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        if (!(saved instanceof DefaultSavedRequest page) || page.getRequestURI().startsWith("//")) {
            return request.getContextPath() + "/";
        }
        return page.getRequestURI() + (page.getQueryString() == null ? "" : "?" + page.getQueryString());
    }

    /** Keeps what a person asked for before the login. */
    static RequestCache cache() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                "GET".equals(request.getMethod()) && Browsers.wantsPage(request) && !Paths.INTERFACES.matches(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
