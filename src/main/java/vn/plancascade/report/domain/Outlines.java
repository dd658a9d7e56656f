package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Violation;
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

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String FIELD = "file";
    private static final String DRAFT = "userTask_draftUnitReport";
    private static final String FIGURES = "Số liệu";
    private static final String WORDS = "Lời văn";
    /** Stands beside the report's id, so that no unit's figures are read into another report. */
    private static final String MARK = "Mã báo cáo";

    private static final String HEADER = "Mã";
    private static final String NOTHING = "KPS";
    /** Short enough for one line of the layout, after the indent. */
    private static final String BLANK = "…".repeat(27);

    private static final int LINES = 3;
    /** Where figures are entered: E in the sheet of figures, C in that of words. */
    private static final int FIGURE = 4;

    private static final int TEXT = 2;
    private static final long MOST_UNPACKED = 32L * 1024 * 1024;
    private static final int MOST_ROWS = 1_000;

    private final ReportReader reader;
    private final Reports reports;
    private final ReportPapers reportPapers;
    private final Papers papers;
    private final Letterheads letterheads;
    private final Worklist worklist;
    private final MessageSource messages;

    Outlines(
            ReportReader reader,
            Reports reports,
            ReportPapers reportPapers,
            Papers papers,
            Letterheads letterheads,
            Worklist worklist,
            MessageSource messages) {
        this.reader = reader;
        this.reports = reports;
        this.reportPapers = reportPapers;
        this.papers = papers;
        this.letterheads = letterheads;
        this.worklist = worklist;
        this.messages = messages;
    }

    /** @throws NotFound if there is no such report, it has no figures of its own, or the actor may not see it */
    public byte[] docx(Actor actor, long id) {
        Reports.Work work = asked(actor, id);
        List<Block> body = new ArrayList<>();
        ReportPapers.PARTS.values().forEach(heading -> {
            body.add(Block.heading(heading));
            for (int line = 0; line < LINES; line++) {
                body.add(Block.text(BLANK));
            }
        });
        List<Annex> annexes = new ArrayList<>();
        annexes.add(new Annex(
                "Phụ lục",
                "Biểu số liệu",
                List.of(new Block.Table(
                        List.of(
                                Column.of("Mã", 9),
                                Column.of("Chỉ tiêu", 47),
                                Column.of("Đơn vị tính", 14),
                                Column.figures("Cùng kỳ năm trước", 15),
                                Column.figures("Kỳ này", 15)),
                        rows(actor, work)))));
        return papers.draft(
                new OfficialDocument(
                        DocumentKind.unitReport,
                        letterheads.superiorOf(work.unit()),
                        work.unit().name(),
                        null,
                        Letterheads.symbol(work.unit(), Reports.SERIES),
                        work.unit().place(),
                        null,
                        "Đề cương báo cáo",
                        reportPapers.subject(work),
                        List.of(),
                        body,
                        List.of(),
                        null,
                        List.of("Lưu: VT"),
                        annexes,
                        false),
                DocumentFormat.docx);
    }

    /** The same for filling in. */
    public byte[] xlsx(Actor actor, long id) {
        Reports.Work work = asked(actor, id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            Worksheet figures = workbook.newWorksheet(FIGURES);
            int row = head(figures, work, "Điền cột “Kỳ này”. Ô để trống giữ nguyên bản thảo.");
            header(figures, row, List.of(HEADER, "Chỉ tiêu", "Đơn vị tính", "Cùng kỳ năm trước", "Kỳ này"));
            for (List<String> cells : rows(actor, work)) {
                row++;
                for (int i = 0; i < cells.size(); i++) {
                    figures.value(row, i, FigureText.harmless(cells.get(i)));
                    figures.style(row, i).wrapText(i == 1).set();
                }
            }
            row++;
            figures.value(row, 0, NOTHING);
            figures.value(row, 1, "Không phát sinh các nội dung để trống (đánh dấu x)");
            figures.width(0, 12);
            figures.width(1, 70);
            figures.width(2, 18);
            figures.width(3, 20);
            figures.width(4, 20);
            Worksheet words = workbook.newWorksheet(WORDS);
            int next = head(words, work, "Điền cột “Nội dung”. Ô để trống giữ nguyên bản thảo.");
            header(words, next, List.of(HEADER, "Phần", "Nội dung"));
            for (Map.Entry<String, String> part : ReportPapers.PARTS.entrySet()) {
                next++;
                words.value(next, 0, part.getKey());
                words.value(next, 1, part.getValue());
                words.style(next, 2).wrapText(true).set();
            }
            words.width(0, 16);
            words.width(1, 36);
            words.width(2, 90);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private int head(Worksheet sheet, Reports.Work work, String how) {
        sheet.value(0, 0, "Đề cương báo cáo: " + reportPapers.subject(work));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, FigureText.harmless(work.unit().name()));
        sheet.value(2, 0, MARK);
        sheet.value(2, 1, Long.toString(work.duty().id()));
        sheet.value(3, 0, how);
        return 5;
    }

    private static void header(Worksheet sheet, int row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(row, i, titles.get(i));
            sheet.style(row, i).bold().borderStyle("thin").set();
        }
        sheet.freezePane(0, row + 1);
    }

    /** A row for each indicator that the unit enters; last year's figures for its own people only. */
    private List<List<String>> rows(Actor actor, Reports.Work work) {
        Map<String, BigDecimal> before =
                actor.units().contains(work.unit().code()) ? reports.ownYearBefore(work) : Map.of();
        return work.indicators().stream()
                .filter(Indicator::isEntered)
                .map(indicator -> List.of(
                        indicator.code(),
                        indicator.label(),
                        Objects.toString(indicator.unit(), ""),
                        FigureText.of(
                                indicator,
                                before.get(indicator.code()),
                                true,
                                VIETNAMESE,
                                key -> messages.getMessage(key, null, VIETNAMESE)),
                        ""))
                .toList();
    }

    private Reports.Work asked(Actor actor, long id) {
        Obligation duty = reader.visible(actor, id);
        if (duty.kind() != DutyKind.unitReport) {
            throw new NotFound("report.noOutline");
        }
        return reports.asked(duty);
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
        Reports.Work work = asked(actor, id);
        WorkItem task = worklist.ofCase(actor, work.duty().processInstanceId())
                .filter(item -> item.key().equals(DRAFT))
                .orElseThrow(() -> new Conflict("report.notDrafting"));
        ObjectNode draft = worklist.draft(actor, task.id());
        ObjectNode filled = FormData.object();
        ObjectNode figures = filled.putObject("figures");
        List<Violation> found = new ArrayList<>();
        Map<String, List<Filled>> sheets = sheets(file);
        check(sheets, id);
        Map<String, Indicator> known = work.indicators().stream()
                .filter(Indicator::isEntered)
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        for (Filled row : sheets.get(FIGURES)) {
            Cell cell = row.cell(FIGURE);
            if (cell == null || row.code().equals(HEADER)) {
                continue;
            }
            if (row.code().equals(NOTHING)) {
                filled.put("nothingToReport", true);
            } else if (!known.containsKey(row.code())) {
                found.add(new Violation(FIELD, "outline.unknown", row.number(), row.code()));
            } else if (cell.getType() == CellType.FORMULA) {
                found.add(new Violation("figures." + row.code(), "outline.formula", row.number()));
            } else if (cell.getType() == CellType.NUMBER) {
                figures.put(row.code(), cell.asNumber());
            } else if (cell.getType() == CellType.BOOLEAN) {
                figures.put(row.code(), cell.asBoolean());
            } else {
                figures.put(row.code(), cell.getText().strip());
            }
        }
        ObjectNode narrative = filled.putObject("narrative");
        for (Filled row : sheets.get(WORDS)) {
            Cell cell = row.cell(TEXT);
            if (cell == null || row.code().equals(HEADER)) {
                continue;
            }
            if (!ReportPapers.PARTS.containsKey(row.code())) {
                found.add(new Violation(FIELD, "outline.unknown", row.number(), row.code()));
            } else if (cell.getType() == CellType.FORMULA) {
                found.add(new Violation("narrative." + row.code(), "outline.formula", row.number()));
            } else {
                narrative.put(row.code(), cell.getText().strip());
            }
        }
        InvalidInput.throwIfAny(found);
        FormData.checkSizes(filled);
        FigureRules.checkFilled(work.indicators(), FormData.read(filled, ReportDraft.class));
        figures.properties().forEach(each -> draft.withObject("/figures").set(each.getKey(), each.getValue()));
        narrative.properties().forEach(each -> draft.withObject("/narrative").set(each.getKey(), each.getValue()));
        if (filled.has("nothingToReport")) {
            draft.put("nothingToReport", true);
        }
        return worklist.saveDraft(actor, task.id(), draft);
    }

    private static void check(Map<String, List<Filled>> sheets, long id) {
        if (!sheets.containsKey(FIGURES) || !sheets.containsKey(WORDS)) {
            throw new InvalidInput(FIELD, "outline.noOutline");
        }
        boolean ofThis = sheets.values().stream()
                .allMatch(rows -> rows.stream()
                        .filter(row -> row.code().equals(MARK))
                        .map(row -> row.cell(1))
                        .anyMatch(cell -> cell != null && text(cell).equals(Long.toString(id))));
        if (!ofThis) {
            throw new InvalidInput(FIELD, "outline.other");
        }
    }

    /** Cells as they are shown, numbers without a fraction that Excel has put in. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : String.valueOf(cell.getText()).strip();
    }

    /** A row that has something in its first column. */
    private record Filled(int number, String code, Row row) {

        /** Null where it is blank. */
        Cell cell(int column) {
            Optional<Cell> cell = column < row.getCellCount() ? row.getOptionalCell(column) : Optional.empty();
            return cell.filter(each -> each.getType() == CellType.FORMULA
                            || each.getType() != CellType.EMPTY && !text(each).isBlank())
                    .orElse(null);
        }
    }

    private static Map<String, List<Filled>> sheets(Documents.Upload file) {
        if (file.content().length > Documents.MAX_BYTES) {
            throw new InvalidInput(FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        if (Archive.check(file.content(), MOST_UNPACKED) != Archive.Verdict.sound) {
            throw new InvalidInput(FIELD, "outline.noWorkbook");
        }
        Map<String, List<Filled>> sheets = new TreeMap<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file.content()), new ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.put(
                            sheet.getName(),
                            rows.limit(MOST_ROWS)
                                    .filter(row -> row.getCellCount() > 0
                                            && row.getCell(0) != null
                                            && row.getCell(0).getType() != CellType.EMPTY)
                                    .map(row -> new Filled(row.getRowNum(), text(row.getCell(0)), row))
                                    .toList());
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new InvalidInput(FIELD, "outline.noWorkbook");
        }
        return sheets;
    }
}
