package vn.plancascade.identity.engineapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for as many rows as are allowed where a client does not say how many it wants. The engine would refuse such a
 * request: its limit on results forbids lists without an end, even those of three rows.
 */
class BoundedLists extends OncePerRequestFilter {

    private static final String MAX_RESULTS = "maxResults";

    private final IntSupplier limit;

    BoundedLists(IntSupplier limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Bounded(request), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains(MAX_RESULTS + "=");
    }

    private final class Bounded extends HttpServletRequestWrapper {

        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            String query = super.getQueryString();
            String bound = MAX_RESULTS + "=" + limit.getAsInt();
            return query == null || query.isEmpty() ? bound : query + "&" + bound;
        }
    }
}
