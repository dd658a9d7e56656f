package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away, before anybody looks at it, what no client sends by itself and what some part behind would stumble over. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OddRequests extends OncePerRequestFilter {

    /** Bytes; an address within the product has a tenth of it. */
    private static final int LONGEST_QUERY = 4096;

    private final RefusedRequests refused;

    OddRequests(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<HttpStatus> odd = odd(request);
        if (odd.isPresent()) {
            refused.answer(request, response, odd.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<HttpStatus> odd(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.length() > LONGEST_QUERY) {
            return Optional.of(HttpStatus.URI_TOO_LONG);
        }
        if (hasNul(request.getRequestURI()) || isDisguised(request)) {
            return Optional.of(HttpStatus.BAD_REQUEST);
        }
        return isUnreadable(request.getContentType())
                ? Optional.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                : Optional.empty();
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0 || text.contains("%00");
    }

    /** The name of an interface in another spelling: rules that go by the address as it is written would miss it. */
    private static boolean isDisguised(HttpServletRequest request) {
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
                && !request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath());
    }

    private static boolean isUnreadable(String type) {
        if (type == null || type.isEmpty()) {
            return false;
        }
        try {
            MediaType read = MediaType.parseMediaType(type);
            if (read.isWildcardType() || read.isWildcardSubtype()) {
                return true;
            }
            read.getCharset();
            return false;
        } catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException wrong) {
            return true;
        }
    }
}
