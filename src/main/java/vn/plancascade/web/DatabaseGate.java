package vn.plancascade.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.plancascade.database.DatabaseState;
import vn.plancascade.database.Waiting;
import vn.plancascade.kernel.DatabaseRefusal;

/**
 * While the database cannot be asked, everybody is told so at once, and to come again: 503, before anything else looks at the
 * request. What loses the database on its way is told the same, and whoever wanted to change something to look first: it may
 * have been done, so nothing is repeated here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);

    /** What needs no database: the answer to whether there is one, and what the page itself is made of. */
    private static final List<String> OPEN = List.of("/actuator/health", "/css/", "/favicon.ico");

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'";

    private final DatabaseState database;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    DatabaseGate(
            DatabaseState database,
            ITemplateEngine templates,
            MessageSource messages,
            LocaleResolver locales,
            ObjectMapper json) {
        this.database = database;
        this.templates = templates;
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!database.canBeAsked() && !isOpen(request)) {
            answer(request, response, "databaseAway");
            return;
        }
        try (Waiting.Scope person = Waiting.asPerson()) {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            boolean lost = DatabaseRefusal.of(failed)
                    .filter(DatabaseRefusal.AWAY::equals)
                    .isPresent();
            if (!lost || response.isCommitted()) {
                throw failed;
            }
            LOG.warn(
                    "A {} lost the database: {}",
                    request.getMethod(),
                    failed.getClass().getSimpleName());
            response.resetBuffer();
            answer(request, response, SAFE.contains(request.getMethod()) ? "databaseAway" : "databaseLost");
        }
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return OPEN.stream().anyMatch(path::startsWith);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, ProblemHandler.AGAIN_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
        if (RefusedRequests.wantsPage(request)) {
            response.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString());
            response.getOutputStream().write(page(request, code).getBytes(StandardCharsets.UTF_8));
        } else {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.SERVICE_UNAVAILABLE, text("problem." + code, locales.resolveLocale(request)));
            problem.setType(URI.create("urn:plan-cascade:problem:" + code));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(response.getOutputStream(), problem);
        }
    }

    /** In both languages: who asks, and so in which, is written in the database. */
    private String page(HttpServletRequest request, String code) {
        Context context = new Context();
        context.setVariable("root", request.getContextPath());
        context.setVariable(
                "texts",
                ChosenLanguage.SUPPORTED.stream()
                        .map(language -> Map.of(
                                "language", language.getLanguage(),
                                "product", text("login.product", language),
                                "title", text("page.error.503", language),
                                "sentence", text("problem." + code, language),
                                "home", text("page.error.home", language)))
                        .toList());
        return templates.process("unavailable", context);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
