package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.Violation;
import vn.plancascade.worklist.form.FieldLabels;

/**
 * Problems in the shape of Camunda's REST. Tasklist shows the message of any status that is an error, so that each keeps
 * the status it has in our own interface.
 */
@Component
class TasklistProblems {

    private static final int MAX_SENTENCES = 5;

    private final MessageSource messages;
    private final ObjectMapper json;

    TasklistProblems(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    static HttpStatus status(BusinessProblem problem) {
        if (problem.main().code().equals(InvalidInput.UNKNOWN_FIELD)) {
            return HttpStatus.BAD_REQUEST;
        }
        if (problem instanceof InvalidInput) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        if (problem instanceof Conflict) {
            return HttpStatus.CONFLICT;
        }
        return problem instanceof NotAllowed ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
    }

    /** @param labels what the fields are called where people read the message; of no form where a program does */
    ObjectNode body(BusinessProblem problem, FieldLabels labels, Locale locale) {
        List<Violation> violations = problem.violations().isEmpty() ? List.of(problem.main()) : problem.violations();
        String message = violations.stream()
                .limit(MAX_SENTENCES)
                .map(violation -> sentence(violation, labels, locale))
                .distinct()
                .collect(Collectors.joining(" "));
        return body(problem.getClass().getSimpleName(), message);
    }

    ObjectNode unreadable(Locale locale) {
        return body("InvalidRequestException", messages.getMessage("identity.unreadable", null, locale));
    }

    private String sentence(Violation violation, FieldLabels labels, Locale locale) {
        String text = messages.getMessage("problem." + violation.code(), violation.args(), violation.code(), locale);
        return violation.field() == null ? text : labels.of(violation.field()).orElse(violation.field()) + ": " + text;
    }

    private ObjectNode body(String type, String message) {
        return json.createObjectNode().put("type", type).put("message", message);
    }
}
