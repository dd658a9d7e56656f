package vn.plancascade.report.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.Amendments;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.report.domain.ReportSources;
import vn.plancascade.report.domain.ReportSources.Paragraph;
import vn.plancascade.report.domain.ReportSources.Part;
import vn.plancascade.report.domain.Sendings;
import vn.plancascade.report.domain.ShownReport;

/** Reports and their sums, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final int REASON_LENGTH = 1000;

    private final ReportReader reader;
    private final Amendments amendments;
    private final ReportSources sources;
    private final Papers papers;
    private final Sendings sendings;
    private final TransactionTemplate transaction;

    ReportController(
            ReportReader reader,
            Amendments amendments,
            ReportSources sources,
            Papers papers,
            Sendings sendings,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.amendments = amendments;
        this.sources = sources;
        this.papers = papers;
        this.sendings = sendings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping
    Page<ReportView> list(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) ObligationState state,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return reader.search(actor, new ReportReader.Query(plan, period, unit, kind, state), PageRequest.of(page, size))
                .map(ReportView::of);
    }

    @GetMapping("/{id}")
    ReportDetail get(Actor actor, @PathVariable long id) {
        ShownReport shown = reader.get(actor, id);
        return new ReportDetail(
                ReportView.of(shown),
                papers.of(actor, shown.duty().subject()).stream()
                        .map(DocumentView::of)
                        .toList(),
                sendings.of(id));
    }

    /** Whose figures make up the sum of one indicator. */
    @GetMapping("/{id}/parts")
    Page<Part> parts(
            Actor actor,
            @PathVariable long id,
            @RequestParam String code,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return sources.parts(actor, id, code, PageRequest.of(page, size));
    }

    /** What the units below wrote in one part of the narrative, with who wrote it. */
    @GetMapping("/{id}/paragraphs")
    Page<Paragraph> paragraphs(
            Actor actor,
            @PathVariable long id,
            @RequestParam String part,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        if (!ReportDraft.Narrative.PARTS.contains(part)) {
            throw new InvalidInput("part", "report.part", String.join(", ", ReportDraft.Narrative.PARTS));
        }
        return sources.paragraphs(actor, id, part, PageRequest.of(page, size));
    }

    @GetMapping("/{id}/versions")
    List<ReportReader.ShownVersion> versions(Actor actor, @PathVariable long id) {
        return reader.versions(actor, id);
    }

    /** Begins the correction of a report that was accepted: it is drafted, approved, issued and accepted anew. */
    @PostMapping("/{id}/correction")
    ReportDetail correct(Actor actor, @PathVariable long id, @RequestBody(required = false) Correction sent) {
        reader.visible(actor, id);
        String reason = Names.clean(sent == null ? null : sent.reason());
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        if (reason.length() > REASON_LENGTH) {
            throw new InvalidInput("reason", "tooLong", REASON_LENGTH);
        }
        Races.inTransaction(transaction, () -> {
            amendments.correct(actor, id, reason);
            return null;
        });
        return get(actor, id);
    }

    /** @param reason why a figure is corrected */
    record Correction(String reason) {}

    /** A report with its documents, the official one first, and with what was sent where. */
    record ReportDetail(
            @JsonUnwrapped ReportView report, List<DocumentView> documents, List<Sendings.Sending> sendings) {}
}
