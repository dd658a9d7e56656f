package vn.plancascade.organisation.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.web.Texts;

/** Files that were not taken in, row by row; before whatever answers to any other exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectedImports {

    private final Texts texts;

    RejectedImports(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedImport rejected) {
        String sentence =
                texts.of("problem.import.rejected", rejected.problems().size() + rejected.more());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
        detail.setType(URI.create("urn:plan-cascade:problem:import.rejected"));
        detail.setProperty(
                "errors", rejected.problems().stream().map(this::error).toList());
        detail.setProperty("more", rejected.more());
        detail.setProperty("sheets", rejected.sheets());
        return ResponseEntity.unprocessableEntity().body(detail);
    }

    private Map<String, Object> error(RejectedImport.Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("row", problem.row());
        error.put("column", problem.column());
        error.put("message", texts.of(new Violation(problem.column(), problem.code(), problem.args())));
        return error;
    }
}
