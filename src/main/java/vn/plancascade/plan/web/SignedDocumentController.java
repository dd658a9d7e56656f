package vn.plancascade.plan.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.plan.OutsidePlan;

/** Sub-plans signed outside, and the signed copies of those drafted here. */
@RestController
@RequestMapping("/api/v1/obligations/{id}")
class SignedDocumentController {

    private final OutsideIssuing outside;
    private final Obligations obligations;
    private final Papers papers;
    private final Organisation organisation;

    SignedDocumentController(
            OutsideIssuing outside, Obligations obligations, Papers papers, Organisation organisation) {
        this.outside = outside;
        this.obligations = obligations;
        this.papers = papers;
        this.organisation = organisation;
    }

    /**
     * @param coverage how the paper answers the tasks of the plan above: a JSON list of their numbers, or of
     *     {@code {taskNo, response, reason}}; or just the numbers, with commas between them
     */
    @PostMapping(path = "/issued-outside", consumes = "multipart/form-data")
    Recorded record(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) String documentNumber,
            @RequestParam(required = false) String documentDate,
            @RequestParam(required = false) String signatory,
            @RequestParam(required = false) String coverage) {
        LocalDate date = VietnamTime.sentDay("documentDate", documentDate);
        Obligation duty = outside.record(
                actor,
                id,
                new OutsidePlan(documentNumber, date, signatory, SentCoverage.read(coverage), null),
                SentFile.one(file));
        return new Recorded(
                duty.id(),
                duty.state(),
                duty.state() != ObligationState.issued,
                duty.documentNumber(),
                duty.documentDate());
    }

    @PostMapping(path = "/documents", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentView add(Actor actor, @PathVariable long id, @RequestParam(required = false) List<MultipartFile> file) {
        return DocumentView.of(outside.addSignedCopy(actor, id, SentFile.one(file)));
    }

    /** Those taken in and those written here; the first is the official one. */
    @GetMapping("/documents")
    List<DocumentView> list(Actor actor, @PathVariable long id) {
        Obligation duty = obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
        return papers.of(actor, duty.subject()).stream().map(DocumentView::of).toList();
    }

    /** @param awaitingConfirmation whether the unit's head has yet to confirm it */
    record Recorded(
            long id,
            ObligationState state,
            boolean awaitingConfirmation,
            String documentNumber,
            LocalDate documentDate) {}
}
