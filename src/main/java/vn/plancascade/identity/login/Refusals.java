package vn.plancascade.identity.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What is answered to somebody who is not let in: a way to the login for people, a status and a sentence for programs. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String LOGIN = "/login";

    private static final String CHALLENGE = "Basic realm=\"plan-cascade\", charset=\"UTF-8\"";

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    Refusals(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    /** Nobody has logged in yet, or what was sent to log in is wrong. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
            answer(request, response, HttpStatus.TOO_MANY_REQUESTS, "identity.tooManyTries");
            return;
        }
        boolean sentCredentials = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (Browsers.wantsPage(request) && !Paths.INTERFACES.matches(request) && !sentCredentials) {
            response.sendRedirect(request.getContextPath() + LOGIN);
            return;
        }
        if (Browsers.isHtmx(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + LOGIN);
        } else if (!Browsers.isBrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        answer(request, response, HttpStatus.UNAUTHORIZED, "identity.unauthenticated");
    }

    /** Somebody is known but may not, or a form came without its token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean anonymous =
                !trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
        if (why instanceof CsrfException && anonymous) {
            if (Browsers.wantsPage(request) && !Paths.INTERFACES.matches(request)) {
                // A login page left open until its session ended.
                response.sendRedirect(request.getContextPath() + LOGIN + "?expired");
            } else if (request.getRequestedSessionId() == null) {
                commence(request, response, null);
            } else {
                answer(request, response, HttpStatus.FORBIDDEN, "identity.csrf");
            }
            return;
        }
        answer(
                request,
                response,
                HttpStatus.FORBIDDEN,
                why instanceof CsrfException ? "identity.csrf" : "identity.forbidden");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (Browsers.wantsPage(request) && !Paths.INTERFACES.matches(request)) {
            response.sendError(status.value());
            return;
        }
        String sentence = messages.getMessage(code, null, locales.resolveLocale(request));
        response.setStatus(status.value());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (Paths.ENGINE_INTERFACES.matches(request)) {
            // Camunda's own shape, which its webapps show.
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("type", "AuthorizationException", "message", sentence));
            return;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:plan-cascade:problem:" + code));
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
