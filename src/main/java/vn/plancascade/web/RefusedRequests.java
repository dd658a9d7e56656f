package vn.plancascade.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.plancascade.kernel.Names;

/** The answer to a request that reaches nobody: a page for people, problem details for programs, one line in the log. */
@Component
class RefusedRequests implements RequestRejectedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
    private static final int SHOWN = 200;

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    RefusedRequests(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** What Spring Security's firewall does not let in: paths that are written in more than one way. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
            throws IOException {
        answer(request, response, HttpStatus.BAD_REQUEST);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        String address = Names.line(request.getRequestURI());
        LOG.warn(
                "{} {} refused with {}",
                Names.line(request.getMethod()),
                address.length() <= SHOWN ? address : address.substring(0, SHOWN) + "…",
                status.value());
        if (wantsPage(request)) {
            response.sendError(status.value());
        } else {
            problem(request, response, status);
        }
    }

    void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        Locale locale = locales.resolveLocale(request);
        String text = messages.getMessage(
                "page.error." + status.value() + ".text",
                null,
                messages.getMessage("page.error.other.text", null, locale),
                locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }

    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
