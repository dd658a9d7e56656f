package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Puts the sum of a style's or a script's content into its address, and leaves every other link alone: Spring's own filter
 * looks for each link of a page among the files of the class path, which took half of the time of a page with 50 rows.
 */
@Component
class FingerprintedAddresses extends ResourceUrlEncodingFilter {

    private static final List<String> FILES = List.of("/css/", "/js/");

    private final ResourceUrlProvider addresses;

    FingerprintedAddresses(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String root = ((HttpServletRequest) request).getContextPath();
        chain.doFilter(request, new HttpServletResponseWrapper((HttpServletResponse) response) {
            @Override
            public String encodeURL(String link) {
                return super.encodeURL(fingerprinted(root, link));
            }
        });
    }

    private String fingerprinted(String root, String link) {
        String path = link.startsWith(root) ? link.substring(root.length()) : link;
        String file = FILES.stream().anyMatch(path::startsWith) ? addresses.getForLookupPath(path) : null;
        return file == null ? link : root + file;
    }
}
