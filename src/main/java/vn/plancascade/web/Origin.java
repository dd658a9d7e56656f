package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
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
        chain.doFilter(new Seen(request, client), response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private final class Seen extends HttpServletRequestWrapper {

        private final String client;

        Seen(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public String getScheme() {
            return base == null ? super.getScheme() : base.getScheme();
        }

        @Override
        public boolean isSecure() {
            return base == null ? super.isSecure() : base.getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return base == null ? super.getServerName() : base.getHost();
        }

        @Override
        public int getServerPort() {
            if (base == null) {
                return super.getServerPort();
            }
            return base.getPort() > 0 ? base.getPort() : isSecure() ? 443 : 80;
        }

        @Override
        public StringBuffer getRequestURL() {
            int port = getServerPort();
            boolean usual = port == (isSecure() ? 443 : 80);
            return new StringBuffer(getScheme() + "://" + getServerName() + (usual ? "" : ":" + port))
                    .append(getRequestURI());
        }

        @Override
        public String getHeader(String name) {
            return isForwarded(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isForwarded(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isForwarded(name))
                    .toList());
        }

        private boolean isForwarded(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.equals("forwarded") || lower.startsWith("x-forwarded-") || lower.equals("x-real-ip");
        }
    }
}
