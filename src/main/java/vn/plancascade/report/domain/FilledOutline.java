package vn.plancascade.report.domain;

import static vn.plancascade.report.domain.OutlineWorkbook.FIGURE;
import static vn.plancascade.report.domain.OutlineWorkbook.FIGURES;
import static vn.plancascade.report.domain.OutlineWorkbook.HEADER;
import static vn.plancascade.report.domain.OutlineWorkbook.MARK;
import static vn.plancascade.report.domain.OutlineWorkbook.NOTHING;
import static vn.plancascade.report.domain.OutlineWorkbook.TEXT;
import static vn.plancascade.report.domain.OutlineWorkbook.WORDS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.worklist.FormData;

/** Reads an outline that was filled in: what stands in its cells, as a draft holds it. Blank cells say nothing. */
final class FilledOutline {

    static final String FIELD = "file";

    private final List<Violation> wrong = new ArrayList<>();
    private final ObjectNode filled = FormData.object();
    private final ObjectNode figures = filled.putObject("figures");
    private final ObjectNode narrative = filled.putObject("narrative");

    private FilledOutline() {}

    /**
     * @param report the one that the outline must have been made for
     * @param codes of the indicators that are asked for
     * @return {@code figures}, {@code narrative} and, where it is marked, {@code nothingToReport}
     * @throws InvalidInput on {@code file} for a file that is no outline of this report or has a row that nobody asked for,
     *     on {@code figures.<code>} and {@code narrative.<part>} for formulas
     */
    static ObjectNode read(Documents.Upload file, long report, Set<String> codes) {
        Map<String, List<OutlineRows.FilledRow>> sheets = OutlineRows.read(file);
        check(sheets, report);
        FilledOutline outline = new FilledOutline();
        sheets.get(FIGURES).forEach(row -> outline.figure(row, codes));
        sheets.get(WORDS).forEach(outline::words);
        InvalidInput.throwIfAny(outline.wrong);
        return outline.filled;
    }

    private void figure(OutlineRows.FilledRow row, Set<String> codes) {
        Cell cell = row.cell(FIGURE);
        String code = row.code();
        if (cell == null || code.equals(HEADER)) {
            return;
        }
        if (code.equals(NOTHING)) {
            filled.put("nothingToReport", true);
        } else if (!codes.contains(code)) {
            wrong.add(new Violation(FIELD, "outline.unknown", row.number(), code));
        } else {
            switch (cell.getType()) {
                case FORMULA -> wrong.add(new Violation("figures." + code, "outline.formula", row.number()));
                case NUMBER -> figures.put(code, cell.asNumber());
                case BOOLEAN -> figures.put(code, cell.asBoolean());
                default -> figures.put(code, cell.getText().strip());
            }
        }
    }

    private void words(OutlineRows.FilledRow row) {
        Cell cell = row.cell(TEXT);
        String part = row.code();
        if (cell == null || part.equals(HEADER)) {
            return;
        }
        if (!ReportDraft.Narrative.PARTS.contains(part)) {
            wrong.add(new Violation(FIELD, "outline.unknown", row.number(), part));
        } else if (cell.getType() == CellType.FORMULA) {
            wrong.add(new Violation("narrative." + part, "outline.formula", row.number()));
        } else {
            narrative.put(part, cell.getText().strip());
        }
    }

    private static void check(Map<String, List<OutlineRows.FilledRow>> sheets, long report) {
        if (!sheets.containsKey(FIGURES) || !sheets.containsKey(WORDS)) {
            throw new InvalidInput(FIELD, "outline.noOutline");
        }
        boolean ofThis = sheets.values().stream()
                .allMatch(rows -> rows.stream()
                        .filter(row -> row.code().equals(MARK))
                        .map(row -> row.cell(1))
                        .anyMatch(cell -> cell != null && OutlineRows.text(cell).equals(Long.toString(report))));
        if (!ofThis) {
            throw new InvalidInput(FIELD, "outline.other");
        }
    }
}
