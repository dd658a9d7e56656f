package vn.plancascade.organisation.web;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
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
        detail.setProperty("errors", rejected.lines(texts::of));
        detail.setProperty("more", rejected.more());
        detail.setProperty("sheets", rejected.sheets());
        return ResponseEntity.unprocessableEntity().body(detail);
    }
}
