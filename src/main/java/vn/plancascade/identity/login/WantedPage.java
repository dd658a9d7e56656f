package vn.plancascade.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;

/**
 * After the login a person goes on to the page that was asked for; never to a fragment or a file of data. Until then a cookie
 * knows it, for there is no session before the login.
 */
@Component
class WantedPage extends CookieRequestCache {

    /** Of an address that a cookie can hold beside others. */
    private static final int LONGEST = 2000;

    /** From the application's own root, whatever a cookie says. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*|/");

    WantedPage(@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        setRequestMatcher(request -> "GET".equals(request.getMethod())
                && Browsers.wantsPage(request)
                && !Paths.INTERFACES.matches(request)
                && UrlUtils.buildFullRequestUrl(request).length() <= LONGEST);
        setCookieCustomizer(cookie -> {
            cookie.setSecure(secure);
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    /** The page that was asked for before the login, as a path: the host that it was asked at is of no account. */
    String take(HttpServletRequest request, HttpServletResponse response) {
        String wanted = wanted(request, response);
        removeRequest(request, response);
        return wanted != null && PATH.matcher(wanted).matches() ? wanted : request.getContextPath() + "/";
    }

    private String wanted(HttpServletRequest request, HttpServletResponse response) {
        try {
            return getRequest(request, response) instanceof DefaultSavedRequest page
                    ? page.getRequestURI() + (page.getQueryString() == null ? "" : "?" + page.getQueryString())
                    : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** A request is never made once more in the place of another: the browser is led there. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }
}
