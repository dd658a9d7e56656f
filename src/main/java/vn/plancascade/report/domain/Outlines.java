package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/**
 * Đề cương: what a unit will be asked for, to be printed or filled in at a desk; as a workbook it can be read back into the
 * draft. Outlines are Vietnamese, like the reports.
 */
@Service
public class Outlines {

    private static final String DRAFT = "userTask_draftUnitReport";
    /** Short enough for one line of the layout, after the indent. */
    private static final String BLANK = "…".repeat(27);

    private static final int LINES = 3;

    private final ReportReader reader;
    private final FigureHistory history;
    private final ReportWorks works;
    private final ReportWriter writer;
    private final FigureBlocks blocks;
    private final DocumentTexts texts;
    private final Papers papers;
    private final Letterheads letterheads;
    private final Worklist worklist;

    Outlines(
            ReportReader reader,
            FigureHistory history,
            ReportWorks works,
            ReportWriter writer,
            FigureBlocks blocks,
            DocumentTexts texts,
            Papers papers,
            Letterheads letterheads,
            Worklist worklist) {
        this.reader = reader;
        this.history = history;
        this.works = works;
        this.writer = writer;
        this.blocks = blocks;
        this.texts = texts;
        this.papers = papers;
        this.letterheads = letterheads;
        this.worklist = worklist;
    }

    /** @throws NotFound if there is no such report, it has no figures of its own, or the actor may not see it */
    public byte[] docx(Actor actor, long id) {
        ReportWork work = asked(actor, id);
        List<Block> body = new ArrayList<>();
        headings(work).values().forEach(heading -> {
            body.add(Block.heading(heading));
            body.addAll(Collections.nCopies(LINES, Block.text(BLANK)));
        });
        List<String> titles = columns();
        Block figures = new Block.Table(
                List.of(
                        Column.of(titles.get(0), 9),
                        Column.of(titles.get(1), 47),
                        Column.of(titles.get(2), 14),
                        Column.figures(titles.get(3), 15),
                        Column.figures(titles.get(4), 15)),
                rows(actor, work));
        return papers.draft(
                new OfficialDocument(
                        DocumentKind.unitReport,
                        letterheads.superiorOf(work.unit()),
                        work.unit().name(),
                        null,
                        Letterheads.symbol(work.unit(), ReportIssuing.SERIES),
                        work.unit().place(),
                        null,
                        text("outline.type"),
                        writer.subject(work),
                        List.of(),
                        body,
                        List.of(),
                        null,
                        List.of(text("recipients.archive")),
                        List.of(new Annex(text("annex"), text("outline.annex"), List.of(figures))),
                        false),
                DocumentFormat.docx);
    }

    /** The same for filling in. */
    public byte[] xlsx(Actor actor, long id) {
        ReportWork work = asked(actor, id);
        return OutlineWorkbook.of(new OutlineWorkbook.Content(
                id,
                text("outline.title", "trichYeu", writer.subject(work)),
                work.unit().name(),
                columns(),
                rows(actor, work),
                headings(work)));
    }

    private String text(String key, Object... values) {
        return texts.of(DocumentKind.unitReport, key, values);
    }

    private List<String> columns() {
        return texts.list(DocumentKind.unitReport, "outline.columns");
    }

    private Map<String, String> headings(ReportWork work) {
        Map<String, String> headings = new LinkedHashMap<>();
        ReportDraft.Narrative.PARTS.forEach(part -> headings.put(part, writer.heading(work, part)));
        return headings;
    }

    /** A row for each indicator that the unit enters; last year's figures for its own people only. */
    private List<List<String>> rows(Actor actor, ReportWork work) {
        Map<String, BigDecimal> before =
                actor.units().contains(work.unit().code()) ? history.ownYearBefore(work) : Map.of();
        return work.indicators().stream()
                .filter(Indicator::isEntered)
                .map(indicator -> List.of(
                        indicator.code(),
                        indicator.label(),
                        Objects.toString(indicator.unit(), ""),
                        blocks.text(indicator, before.get(indicator.code()), true),
                        ""))
                .toList();
    }

    private ReportWork asked(Actor actor, long id) {
        Obligation duty = reader.visible(actor, id);
        if (duty.kind() != DutyKind.unitReport) {
            throw new NotFound("report.noOutline");
        }
        return works.asked(duty);
    }

    /**
     * Reads a filled-in workbook into the draft of the report that it was made for; blank cells leave the draft as it is.
     *
     * @return the draft as saved
     * @throws InvalidInput on {@code file} for a file that cannot be read, on {@code figures.<code>} and
     *     {@code narrative.<part>} for what is wrong in it; nothing has changed then
     * @throws Conflict if the actor has no draft of this report to write
     */
    public ObjectNode read(Actor actor, long id, Documents.Upload file) {
        ReportWork work = asked(actor, id);
        WorkItem task = worklist.ofCase(actor, work.duty().processInstanceId())
                .filter(item -> item.key().equals(DRAFT))
                .orElseThrow(() -> new Conflict("report.notDrafting"));
        ObjectNode draft = worklist.draft(actor, task.id());
        ObjectNode filled = FilledOutline.read(
                file,
                id,
                work.indicators().stream()
                        .filter(Indicator::isEntered)
                        .collect(Collectors.toMap(Indicator::code, Function.identity())));
        FormData.checkSizes(filled);
        FigureRules.checkFilled(work.indicators(), FormData.read(filled, ReportDraft.class));
        put(filled, "figures", draft);
        put(filled, "narrative", draft);
        if (filled.has("nothingToReport")) {
            draft.put("nothingToReport", true);
        }
        return worklist.saveDraft(actor, task.id(), draft);
    }

    private static void put(ObjectNode filled, String part, ObjectNode draft) {
        ObjectNode written = draft.withObject("/" + part);
        filled.get(part).properties().forEach(each -> written.set(each.getKey(), each.getValue()));
    }
}
