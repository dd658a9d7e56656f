package vn.plancascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

/**
 * A request as it was sent to the site: from the client's own address, and to the scheme and host of {@code base} where there is
 * one. Headers that tell of other servers on the way are not seen.
 */
final class SeenRequest extends HttpServletRequestWrapper {

    private final String client;
    private final URI base;

    SeenRequest(HttpServletRequest request, String client, URI base) {
        super(request);
        this.client = client;
        this.base = base;
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
