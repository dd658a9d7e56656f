package vn.plancascade.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Work in the background that nobody waits for, thousands of mails for instance, gives way while somebody's page is on its way: for
 * a moment before each of its parts, so that it goes on however many ask. What takes longer than a page may, as the export of a
 * country does, holds nothing up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PeopleFirst extends OncePerRequestFilter {

    private static final long AT_MOST = Duration.ofMillis(50).toNanos();
    private static final long A_PAGE = Duration.ofSeconds(1).toNanos();

    /** When those that are being answered began. */
    private final Map<HttpServletRequest, Long> begun = new IdentityHashMap<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        begins(request);
        try {
            chain.doFilter(request, response);
        } finally {
            ends(request);
        }
    }

    private synchronized void begins(HttpServletRequest request) {
        begun.put(request, System.nanoTime());
    }

    private synchronized void ends(HttpServletRequest request) {
        begun.remove(request);
        if (begun.isEmpty()) {
            notifyAll();
        }
    }

    /** Returns when no page is on its way, or after a moment. */
    public synchronized void giveWay() {
        long until = System.nanoTime() + AT_MOST;
        for (long now = System.nanoTime(); now < until && anyPage(now); now = System.nanoTime()) {
            try {
                wait(Math.max(1, Duration.ofNanos(until - now).toMillis()));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    boolean anyPage(long now) {
        return begun.values().stream().anyMatch(since -> now - since < A_PAGE);
    }
}
