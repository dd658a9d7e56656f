package vn.plancascade.plan.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.Amendments;
import vn.plancascade.web.Texts;

/** Amendments of national plans; their three tasks are done in the work list. */
@RestController
@RequestMapping("/api/v1/plans/{planId}/amendments")
class AmendmentController {

    private final Amendments amendments;
    private final Papers papers;
    private final Texts texts;

    AmendmentController(Amendments amendments, Papers papers, Texts texts) {
        this.amendments = amendments;
        this.papers = papers;
        this.texts = texts;
    }

    /** Opens an amendment as a draft. */
    @PostMapping
    ResponseEntity<AmendmentView> open(Actor actor, @PathVariable long planId, @RequestBody NewAmendment sent) {
        if (!(sent.content() instanceof ObjectNode content)) {
            throw new InvalidInput("content", "required");
        }
        Amendment made = amendments.open(actor, planId, content);
        return ResponseEntity.created(URI.create("/api/v1/plans/" + planId + "/amendments/" + made.id()))
                .body(view(made));
    }

    /** The newest first. */
    @GetMapping
    List<AmendmentView> list(Actor actor, @PathVariable long planId) {
        return amendments.of(actor, planId).stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    AmendmentDetail get(Actor actor, @PathVariable long planId, @PathVariable long id) {
        Amendment amendment = amendments.get(actor, planId, id);
        return new AmendmentDetail(
                view(amendment),
                papers.of(actor, amendment.subject()).stream()
                        .map(DocumentView::of)
                        .toList());
    }

    /** Gives a draft up. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable long planId, @PathVariable long id) {
        amendments.discard(actor, planId, id);
    }

    private AmendmentView view(Amendment amendment) {
        return AmendmentView.of(amendment, amendments.changes(amendment, LocaleContextHolder.getLocale()), texts);
    }

    /**
     * @param content what the plan would say afterwards; fields that are left out stay as they are. Only legalBasis, objectives,
     *     tasks, recipients, subPlanDeadline and the due days of reportCalendar may differ from what is in force; reason and
     *     supplementDeadline are the amendment's own
     */
    record NewAmendment(
            @Schema(implementation = AmendmentContent.class) JsonNode content) {}

    record AmendmentDetail(@JsonUnwrapped AmendmentView amendment, List<DocumentView> documents) {}
}
