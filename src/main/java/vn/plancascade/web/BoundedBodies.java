package vn.plancascade.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request brings more than this, before anybody looks at who sends it: a form or JSON. Files come as multipart, which has
 * bounds of its own. Where a request does not say how long it is, it is read to the bound and no further.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BoundedBodies extends OncePerRequestFilter {

    private static final int MAX_MEGABYTES = 2;
    private static final int MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

    private final ObjectMapper json;
    private final Texts texts;

    BoundedBodies(ObjectMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            refuse(request, response);
            return;
        }
        boolean isKnown =
                request.getContentLengthLong() >= 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        // The server reads a form itself, to a bound of its own, and never from what was read before.
        if (isKnown || hasType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            refuse(request, response);
        } else {
            chain.doFilter(new ReadRequest(request, body, charset(request)), response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return hasType(request, "multipart/");
    }

    private static boolean hasType(HttpServletRequest request, String wanted) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    private static Charset charset(HttpServletRequest request) {
        return Optional.ofNullable(request.getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = HttpStatus.PAYLOAD_TOO_LARGE;
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.of("problem.body.tooLarge", MAX_MEGABYTES));
        problem.setType(URI.create("urn:plan-cascade:problem:body.tooLarge"));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
