package vn.plancascade.identity.engineapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.plancascade.identity.CurrentActor;

/**
 * A few calls of the engine at once for one person, so that nobody takes all connections to the database. A page of
 * Tasklist sends some ten at the same moment: those wait for their turn, what comes on top is told to come again.
 */
class EngineTurns extends OncePerRequestFilter {

    static final int RUNNING = 4;
    static final int PRESENT = 20;
    private static final long PATIENCE_SECONDS = 10;
    private static final String AGAIN_AFTER_SECONDS = "2";

    private final ConcurrentMap<String, Person> people = new ConcurrentHashMap<>();
    private final CurrentActor currentActor;
    private final EngineProblems problems;

    EngineTurns(CurrentActor currentActor, EngineProblems problems) {
        this.currentActor = currentActor;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String login = currentActor.get().login();
        Person person = people.compute(login, (unused, present) -> {
            Person counted = present == null ? new Person() : present;
            counted.present++;
            return counted;
        });
        try {
            if (person.present > PRESENT || !isMyTurn(person)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
                problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "identity.tooManyAtOnce");
                return;
            }
            try {
                chain.doFilter(request, response);
            } finally {
                person.turns.release();
            }
        } finally {
            people.computeIfPresent(login, (unused, present) -> --present.present == 0 ? null : present);
        }
    }

    private static boolean isMyTurn(Person person) {
        try {
            return person.turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Person {
        private final Semaphore turns = new Semaphore(RUNNING, true);
        private volatile int present;
    }
}
