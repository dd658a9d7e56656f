package vn.plancascade.report.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Download;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.Outlines;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.report.domain.ReportReader.Paragraph;
import vn.plancascade.report.domain.ReportReader.Part;
import vn.plancascade.report.domain.ReportReader.Shown;
import vn.plancascade.report.domain.Reports;
import vn.plancascade.report.domain.Sendings;

/** Reports and their sums, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int REASON_LENGTH = 1000;

    private final ReportReader reader;
    private final Reports reports;
    private final FigureExport export;
    private final Outlines outlines;
    private final Papers papers;
    private final Sendings sendings;
    private final TransactionTemplate transaction;

    ReportController(
            ReportReader reader,
            Reports reports,
            FigureExport export,
            Outlines outlines,
            Papers papers,
            Sendings sendings,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.reports = reports;
        this.export = export;
        this.outlines = outlines;
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
                .map(ReportController::view);
    }

    @GetMapping("/{id}")
    ReportDetail get(Actor actor, @PathVariable long id) {
        Shown shown = reader.get(actor, id);
        return new ReportDetail(
                view(shown),
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
        return reader.parts(actor, id, code, PageRequest.of(page, size));
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
        return reader.paragraphs(actor, id, part, PageRequest.of(page, size));
    }

    @GetMapping("/{id}/versions")
    List<ReportReader.ShownVersion> versions(Actor actor, @PathVariable long id) {
        return reader.versions(actor, id);
    }

    /** What the unit is asked for, to be filled in; by default as a workbook. */
    @GetMapping("/{id}/outline")
    ResponseEntity<byte[]> outline(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "xlsx") String format) {
        return switch (format) {
            case "docx" ->
                Download.of("de-cuong-" + id + ".docx", DocumentFormat.docx).body(outlines.docx(actor, id));
            case "xlsx" ->
                Download.of("de-cuong-" + id + ".xlsx", XLSX.toString()).body(outlines.xlsx(actor, id));
            default -> throw new InvalidInput("format", "report.outlineFormat");
        };
    }

    /** Reads a workbook that was filled in into the draft; answers the draft. */
    @PostMapping(path = "/{id}/outline", consumes = "multipart/form-data")
    ObjectNode readOutline(
            Actor actor, @PathVariable long id, @RequestParam(required = false) List<MultipartFile> file) {
        return outlines.read(actor, id, SentFile.one(file));
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
            reports.correct(actor, id, reason);
            return null;
        });
        return get(actor, id);
    }

    /** The figures of one period as a file: each unit's own, or with those below where {@code of=sums}. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam long plan,
            @RequestParam String period,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "figures") String of) {
        if (!format.equals("xlsx") && !format.equals("csv")) {
            throw new InvalidInput("format", "import.format");
        }
        ReportReader.Export figures = reader.export(actor, plan, period, of.equals("sums"));
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .contentType(csv ? MediaType.parseMediaType("text/csv;charset=UTF-8") : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("so-lieu-" + period + "." + format)
                                .build()
                                .toString())
                .body(csv ? export.csv(figures) : export.xlsx(figures));
    }

    /** @param reason why a figure is corrected */
    record Correction(String reason) {}

    private static ReportView view(Shown shown) {
        Obligation duty = shown.duty();
        return new ReportView(
                duty.id(),
                duty.kind(),
                duty.planId(),
                duty.unitCode(),
                duty.unitName(),
                duty.period(),
                duty.state(),
                shown.version(),
                shown.inWork(),
                duty.form(),
                shown.dataFrom(),
                shown.dataTo(),
                offset(duty.dueAt()),
                duty.late(),
                duty.documentNumber(),
                duty.documentDate(),
                shown.figures(),
                shown.sums(),
                shown.hidden(),
                shown.expected(),
                shown.accepted(),
                shown.missing());
    }

    /**
     * A report.
     *
     * @param kind unitReport, or reportCycle for the ministry's own
     * @param version of the figures shown; 0 before the first submission
     * @param inWork first, replacement, correction or supplement while one is being written
     * @param dataTo the last day whose facts the report holds
     * @param hidden figures kept from the reader
     * @param missing units below whose figures are not in the sums; not in lists
     */
    /** A report with its documents, the official one first, and with what was sent where. */
    record ReportDetail(
            @JsonUnwrapped ReportView report, List<DocumentView> documents, List<Sendings.Sending> sendings) {}

    record ReportView(
            long id,
            DutyKind kind,
            long planId,
            String unitCode,
            String unitName,
            String period,
            ObligationState state,
            int version,
            String inWork,
            String form,
            LocalDate dataFrom,
            LocalDate dataTo,
            OffsetDateTime dueAt,
            boolean late,
            String documentNumber,
            LocalDate documentDate,
            Map<String, Object> figures,
            Map<String, BigDecimal> sums,
            List<String> hidden,
            int expected,
            int accepted,
            List<String> missing) {}
}
