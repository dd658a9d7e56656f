package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where a request comes from and whither it went, before anything else looks: the client's address from trusted proxies, and
 * scheme and host from {@code plan-cascade.base-url}, whatever {@code Host} and {@code X-Forwarded-*} say. Further in, those
 * headers are not seen.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Origin extends OncePerRequestFilter {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final TrustedProxies proxies;
    private final URI base;

    /** @throws IllegalArgumentException if there is a base URL and it does not begin with http:// or https:// and a host */
    Origin(TrustedProxies proxies, @Value("${plan-cascade.base-url:}") String baseUrl) {
        this.proxies = proxies;
        this.base = baseUrl.isBlank() ? null : checked(URI.create(baseUrl.strip()));
    }

    private static URI checked(URI base) {
        if (base.getHost() == null || !List.of("http", "https").contains(base.getScheme())) {
            throw new IllegalArgumentException("plan-cascade.base-url: \"" + base + "\" is no address of a site");
        }
        return base;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
        chain.doFilter(new SeenRequest(request, client, base), response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
