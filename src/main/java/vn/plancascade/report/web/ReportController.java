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
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.report.domain.ReportVersions;
import vn.plancascade.report.domain.Sendings;
import vn.plancascade.report.domain.ShownReport;

/** Reports and their sums, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final int REASON_LENGTH = 1000;

    private final ReportReader reader;
    private final Amendments amendments;
    private final ReportVersions versions;
    private final Papers papers;
    private final Sendings sendings;
    private final TransactionTemplate transaction;

    ReportController(
            ReportReader reader,
            Amendments amendments,
            ReportVersions versions,
            Papers papers,
            Sendings sendings,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.amendments = amendments;
        this.versions = versions;
        this.papers = papers;
        this.sendings = sendings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping
    Page<ReportView> list(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) ObligationState state,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return reader.search(
                        actor,
                        new ReportReader.Query(plan, year, period, unit, kind, state, q),
                        PageRequest.of(page, size))
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

    @GetMapping("/{id}/versions")
    List<ReportVersions.ShownVersion> versions(Actor actor, @PathVariable long id) {
        return versions.of(actor, id);
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
