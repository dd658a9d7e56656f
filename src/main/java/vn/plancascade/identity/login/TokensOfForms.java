package vn.plancascade.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The token that a form brings back. Of whoever has logged in it is kept in the session; before that, when there is none, in a
 * cookie, so that a visitor makes no row in the database and any instance takes the form.
 */
@Component
class TokensOfForms implements CsrfTokenRepository {

    private static final String COOKIE = "form";
    private static final String HEADER = "X-CSRF-TOKEN";

    private final HttpSessionCsrfTokenRepository ofSessions = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository ofVisitors = new CookieCsrfTokenRepository();

    TokensOfForms(@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        ofSessions.setHeaderName(HEADER);
        ofVisitors.setHeaderName(HEADER);
        ofVisitors.setCookieName(COOKIE);
        ofVisitors.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return ofSessions.generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            ofSessions.saveToken(token, request, response);
        } else if (token != null || ofVisitors.loadToken(request) != null) {
            ofVisitors.saveToken(token, request, response);
        }
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return request.getSession(false) != null ? ofSessions.loadToken(request) : ofVisitors.loadToken(request);
    }
}
