package vn.plancascade.web;

import static vn.plancascade.kernel.DatabaseRefusal.AWAY;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.DatabaseRefusal;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.PlainJson;

/**
 * Problem details (RFC 9457) in the user's language. {@code errors} lists what is wrong by field; nothing of a fault of
 * ours is told but that there was one. A database that is away is {@link DatabaseGate}'s to tell.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    static final String AGAIN_AFTER_SECONDS = "10";

    private static final int SHOWN = 200;

    private final Texts texts;

    ProblemHandler(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(BusinessProblem.class)
    ResponseEntity<ProblemDetail> business(BusinessProblem problem) {
        HttpStatus status = statusOf(problem);
        ProblemDetail detail = detail(status, problem.main().code(), texts.of(problem.main()));
        List<Map<String, String>> errors = problem.violations().stream()
                .map(violation -> Map.of("field", String.valueOf(violation.field()), "message", texts.of(violation)))
                .toList();
        if (!errors.isEmpty()) {
            detail.setProperty("errors", errors);
        }
        return ResponseEntity.status(status).body(detail);
    }

    static HttpStatus statusOf(BusinessProblem problem) {
        if (problem.main().code().equals(InvalidInput.UNKNOWN_FIELD)) {
            return HttpStatus.BAD_REQUEST;
        } else if (problem instanceof InvalidInput) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        } else if (problem instanceof Conflict) {
            return HttpStatus.CONFLICT;
        } else if (problem instanceof NotAllowed) {
            return HttpStatus.FORBIDDEN;
        } else if (problem instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        throw new IllegalArgumentException(problem);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException wrong) {
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "type", texts.of("problem.type"));
        detail.setProperty("errors", List.of(Map.of("field", wrong.getName(), "message", texts.of("problem.type"))));
        return ResponseEntity.badRequest().body(detail);
    }

    /** Parameters that are read into an object together. */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String text = texts.of("problem.type");
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, "type", text);
        detail.setProperty(
                "errors",
                wrong.getFieldErrors().stream()
                        .map(error -> Map.of("field", error.getField(), "message", text))
                        .toList());
        return ResponseEntity.badRequest().body(detail);
    }

    @ExceptionHandler(UnknownParameter.class)
    ResponseEntity<ProblemDetail> unknownParameter(UnknownParameter unknown) {
        return ResponseEntity.badRequest().body(named(unknown.name(), "parameter.unknown"));
    }

    /** As it was sent, on one line and not longer than a few. */
    private static String shown(String path) {
        return Names.line(path.length() <= SHOWN ? path : path.substring(0, SHOWN) + "…");
    }

    /** Names of parameters are looked at late, when somebody asks for them. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
        return ResponseEntity.badRequest()
                .body(detail(HttpStatus.BAD_REQUEST, "unstorable", texts.of("problem.unstorable")));
    }

    private ProblemDetail named(String field, String code) {
        String text = texts.of("problem." + code, field);
        ProblemDetail detail = detail(HttpStatus.BAD_REQUEST, code, text);
        detail.setProperty("errors", List.of(Map.of("field", field, "message", text)));
        return detail;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof PlainJson.Broken broken) {
            InvalidInput refused = new InvalidInput(PlainJson.path(broken), "controlCharacter");
            return ResponseEntity.unprocessableEntity().body(business(refused).getBody());
        }
        if (unreadable.getMostSpecificCause() instanceof UnrecognizedPropertyException unknown) {
            return ResponseEntity.badRequest().body(named(shown(PlainJson.path(unknown)), InvalidInput.UNKNOWN_FIELD));
        }
        return ResponseEntity.badRequest()
                .body(detail(HttpStatus.BAD_REQUEST, "unreadable", texts.of("problem.unreadable")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(Exception fault) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault;
        }
        Optional<DatabaseRefusal> refusal = DatabaseRefusal.of(fault);
        if (refusal.filter(AWAY::equals).isPresent()) {
            throw fault;
        }
        if (refusal.isPresent()) {
            return refused(refusal.get(), fault);
        }
        LOG.error("A request failed", fault);
        return ResponseEntity.internalServerError()
                .body(detail(HttpStatus.INTERNAL_SERVER_ERROR, "fault", texts.of("problem.fault")));
    }

    private ResponseEntity<ProblemDetail> refused(DatabaseRefusal refusal, Exception fault) {
        LOG.warn(
                "The database refused a request: {} ({})",
                refusal,
                fault.getClass().getSimpleName());
        HttpStatus status = statusOf(refusal);
        String code = codeOf(refusal);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        }
        return answer.body(detail(status, code, texts.of("problem." + code)));
    }

    static HttpStatus statusOf(DatabaseRefusal refusal) {
        return switch (refusal) {
            case AWAY, TOO_SLOW -> HttpStatus.SERVICE_UNAVAILABLE;
            case RACE -> HttpStatus.CONFLICT;
            case UNSTORABLE -> HttpStatus.BAD_REQUEST;
        };
    }

    static String codeOf(DatabaseRefusal refusal) {
        return switch (refusal) {
            case AWAY -> "databaseAway";
            case TOO_SLOW -> "tooSlow";
            case RACE -> "busy";
            case UNSTORABLE -> "unstorable";
        };
    }

    private static ProblemDetail detail(HttpStatus status, String code, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create("urn:plan-cascade:problem:" + code));
        return detail;
    }
}
