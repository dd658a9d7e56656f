package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.plancascade.kernel.PlainText;

/** Fields of forms and parameters of addresses as they come in: in the form of {@link PlainText}, passwords as they were typed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class PlainParameters extends OncePerRequestFilter {

    /** The fields that hold passwords, on every page. */
    static final Set<String> AS_TYPED = Set.of("password", "repeated", "current");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Plain(request), response);
    }

    private static final class Plain extends HttpServletRequestWrapper {

        private Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            String sent = super.getParameter(name);
            return AS_TYPED.contains(name) ? sent : PlainText.of(sent);
        }

        @Override
        public String[] getParameterValues(String name) {
            return plain(name, super.getParameterValues(name));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, sent) -> all.put(name, plain(name, sent)));
            return all;
        }

        private static String[] plain(String name, String[] sent) {
            return sent == null || AS_TYPED.contains(name)
                    ? sent
                    : Arrays.stream(sent).map(PlainText::of).toArray(String[]::new);
        }
    }
}
