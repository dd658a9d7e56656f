package vn.plancascade.report.domain;

import static vn.plancascade.report.domain.OutlineWorkbook.FIGURE;
import static vn.plancascade.report.domain.OutlineWorkbook.FIGURES;
import static vn.plancascade.report.domain.OutlineWorkbook.HEADER;
import static vn.plancascade.report.domain.OutlineWorkbook.MARK;
import static vn.plancascade.report.domain.OutlineWorkbook.NOTHING;
import static vn.plancascade.report.domain.OutlineWorkbook.TEXT;
import static vn.plancascade.report.domain.OutlineWorkbook.WORDS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.plancascade.document.Documents;
import vn.plancascade.document.FilledWorkbook;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.kernel.sheet.Cell.Kind;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;
import vn.plancascade.worklist.FormData;

/** Reads an outline that was filled in: what stands in its cells, as a draft holds it. Blank cells say nothing. */
final class FilledOutline {

    static final String FIELD = "file";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Violation> wrong = new ArrayList<>();
    private final ObjectNode filled = FormData.object();
    private final ObjectNode figures = filled.putObject("figures");
    private final ObjectNode narrative = filled.putObject("narrative");

    private FilledOutline() {}

    /**
     * @param report the one that the outline must have been made for
     * @param asked the indicators that are asked for, by their codes
     * @return {@code figures}, {@code narrative} and, where it is marked, {@code nothingToReport}
     * @throws InvalidInput on {@code file} for a file that is no outline of this report or has a row that nobody asked for,
     *     on {@code figures.<code>} and {@code narrative.<part>} for cells that show no figure
     *     and no words
     */
    static ObjectNode read(Documents.Upload file, long report, Map<String, Indicator> asked) {
        Map<String, List<FilledWorkbook.FilledRow>> sheets = FilledWorkbook.read(file);
        check(sheets, report);
        FilledOutline outline = new FilledOutline();
        sheets.get(FIGURES).forEach(row -> outline.figure(row, asked));
        sheets.get(WORDS).forEach(outline::words);
        InvalidInput.throwIfAny(outline.wrong);
        return outline.filled;
    }

    private void figure(FilledWorkbook.FilledRow row, Map<String, Indicator> asked) {
        Cell cell = row.cell(FIGURE);
        String code = row.code();
        if (cell == null || code.equals(HEADER)) {
            return;
        }
        if (code.equals(NOTHING)) {
            filled.put("nothingToReport", true);
        } else if (!asked.containsKey(code)) {
            wrong.add(new Violation(FIELD, "outline.unknown", row.number(), code));
        } else if (isReadable(cell, FigureReading.field(code), row.number())) {
            figure(cell, asked.get(code), row.number());
        }
    }

    /** Numbers as they are, not as rounded for the eye; 50% is 50 of a percentage and nothing else. */
    private void figure(Cell cell, Indicator indicator, int row) {
        String code = indicator.code();
        if (cell.kind() == Kind.yesNo) {
            figures.put(code, cell.shown().equals("TRUE"));
        } else if (cell.number() == null || indicator.type() == Type.text) {
            figures.put(code, FilledWorkbook.text(cell));
        } else if (cell.kind() == Kind.number) {
            figures.put(code, cell.number());
        } else if (indicator.type() == Type.percentage) {
            figures.put(code, cell.number().multiply(HUNDRED));
        } else {
            wrong.add(new Violation(FigureReading.field(code), "outline.percentage", row, cell.shown()));
        }
    }

    /** Whether it shows figures or words: what a spreadsheet made of them cannot be told from what was meant. */
    private boolean isReadable(Cell cell, String field, int row) {
        String code =
                switch (cell.kind()) {
                    case formula -> "outline.formula";
                    case error -> "outline.error";
                    case date -> "outline.date";
                    case empty, text, number, percentage, yesNo -> null;
                };
        if (code != null) {
            wrong.add(new Violation(field, code, row, cell.shown()));
        }
        return code == null;
    }

    private void words(FilledWorkbook.FilledRow row) {
        Cell cell = row.cell(TEXT);
        if (cell == null || row.code().equals(HEADER)) {
            return;
        }
        if (!ReportDraft.Narrative.PARTS.contains(row.code())) {
            wrong.add(new Violation(FIELD, "outline.unknown", row.number(), row.code()));
        } else if (isReadable(cell, "narrative." + row.code(), row.number())) {
            narrative.put(row.code(), FilledWorkbook.text(cell));
        }
    }

    private static void check(Map<String, List<FilledWorkbook.FilledRow>> sheets, long report) {
        if (!sheets.containsKey(FIGURES) || !sheets.containsKey(WORDS)) {
            throw new InvalidInput(FIELD, "outline.noOutline");
        }
        boolean ofThis = sheets.values().stream()
                .allMatch(rows -> rows.stream()
                        .filter(row -> row.code().equals(MARK))
                        .map(row -> row.cell(1))
                        .anyMatch(cell ->
                                cell != null && FilledWorkbook.text(cell).equals(Long.toString(report))));
        if (!ofThis) {
            throw new InvalidInput(FIELD, "outline.other");
        }
    }
}
