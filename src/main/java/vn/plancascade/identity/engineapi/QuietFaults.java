package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.plancascade.kernel.DatabaseRefusal;

/**
 * Keeps what Camunda's interfaces say about faults to ourselves: they would tell statements, classes and tables. A query
 * that the database gave up on is no fault but a service that is busy.
 */
class QuietFaults extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(QuietFaults.class);

    /** A class or a statement, by what they cannot do without. */
    private static final Pattern OURS =
            Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.){2,}[A-Z]\\w*|### |\\bACT_\\w+_|\\bSQL|Exception\\b");

    /** What Jersey finds wrong in what the client says of itself is told as a fault of the server. */
    private static final String UNREADABLE_HEADER = "\"type\":\"HeaderValueException\"";

    private static final String AGAIN_AFTER_SECONDS = "10";

    private final EngineProblems problems;
    private final ObjectMapper json;

    QuietFaults(EngineProblems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kept kept = new Kept(response);
        GivenUpQueries.forget();
        try {
            chain.doFilter(request, kept);
        } catch (IOException | ServletException | RuntimeException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            if (DatabaseRefusal.of(fault).filter(DatabaseRefusal.AWAY::equals).isPresent()) {
                throw fault;
            }
            LOG.error("{} {} failed", request.getMethod(), EngineProblems.shown(request), fault);
            response.reset();
            problems.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "problem.fault");
            return;
        }
        if (!kept.isError()) {
            return;
        }
        Optional<DatabaseRefusal> givenUp = GivenUpQueries.last();
        if (givenUp.isPresent()) {
            LOG.warn("{} {} was given up: {}", request.getMethod(), EngineProblems.shown(request), givenUp.get());
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, sentence(givenUp.get(), request));
        } else if (kept.told().contains(UNREADABLE_HEADER)) {
            write(request, response, HttpStatus.BAD_REQUEST, "identity.unreadable");
        } else if (kept.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("{} {} answered {}", request.getMethod(), EngineProblems.shown(request), kept.told());
            write(request, response, HttpStatus.valueOf(kept.getStatus()), "problem.fault");
        } else if (OURS.matcher(message(kept.told())).find()) {
            write(request, response, HttpStatus.valueOf(kept.getStatus()), "identity.unreadable");
        } else {
            kept.passOn();
        }
    }

    private static String sentence(DatabaseRefusal givenUp, HttpServletRequest request) {
        if (givenUp == DatabaseRefusal.TOO_SLOW) {
            return "problem.tooSlow";
        }
        return request.getMethod().equals("GET") ? "problem.databaseAway" : "problem.databaseLost";
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            problems.write(request, response, status, key);
        }
    }

    /** The sentence alone: the engine names its kinds of problems after its classes, and clients go by that name. */
    private String message(String body) {
        try {
            JsonNode read = json.readTree(body);
            return read == null || !read.isObject()
                    ? body
                    : read.path("message").asText("");
        } catch (IOException noJson) {
            return body;
        }
    }

    /** Holds back the body of an error until somebody has read it; everything else goes through as it comes. */
    private static final class Kept extends HttpServletResponseWrapper {

        private ByteArrayOutputStream error;
        private long length = -1;

        Kept(HttpServletResponse response) {
            super(response);
        }

        boolean isError() {
            return error != null && error.size() > 0;
        }

        String told() {
            return error.toString(java.nio.charset.StandardCharsets.UTF_8);
        }

        void passOn() throws IOException {
            super.getOutputStream().write(error.toByteArray());
        }

        @Override
        public void flushBuffer() throws IOException {
            if (getStatus() < HttpStatus.BAD_REQUEST.value()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (getStatus() < HttpStatus.BAD_REQUEST.value()) {
                if (length >= 0) {
                    super.setContentLengthLong(length);
                }
                return super.getOutputStream();
            }
            if (error == null) {
                error = new ByteArrayOutputStream();
            }
            return new Into(error);
        }

        /** Known before the status is: kept until it is clear whose body it will be the length of. */
        @Override
        public void setContentLength(int known) {
            length = known;
        }

        @Override
        public void setContentLengthLong(long known) {
            length = known;
        }
    }

    private static final class Into extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Into(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int next) {
            target.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            target.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Written at once");
        }
    }
}
