package vn.plancascade.monitoring.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.web.Texts;

/**
 * The lines of the list of duties as its page shows them. Their texts are made here and not in the page, which takes several
 * times as long for each expression of each of thousands of cells.
 */
@Component
class DutyLines {

    private final DutyCells cells;
    private final Formats formats;
    private final Deadlines deadlines;
    private final Texts texts;

    DutyLines(DutyCells cells, Formats formats, Deadlines deadlines, Texts texts) {
        this.cells = cells;
        this.formats = formats;
        this.deadlines = deadlines;
        this.texts = texts;
    }

    /** @param cells in the order of the columns */
    record Line(WatchedRows.Row row, List<Cell> cells) {}

    /**
     * @param label the column's name in words
     * @param style how the cell is set
     * @param plain whether the text is all that the cell holds; of other cells the page makes chips and links
     */
    record Cell(String column, String label, String style, String text, boolean plain) {}

    List<Line> of(List<WatchedRows.Row> rows, List<DutyColumn> columns) {
        Map<DutyColumn, String> labels = new EnumMap<>(DutyColumn.class);
        columns.forEach(column -> labels.put(column, texts.of("column." + column)));
        Map<Instant, String> due = new HashMap<>();
        return rows.stream()
                .map(row -> new Line(
                        row,
                        columns.stream()
                                .map(column -> cell(column, labels.get(column), row, due))
                                .toList()))
                .toList();
    }

    private Cell cell(DutyColumn column, String label, WatchedRows.Row row, Map<Instant, String> due) {
        String text =
                column == DutyColumn.due ? due(row.row().duty().dueAt(), due) : formats.cell(cells.of(column, row));
        String style = (column.isNumber() ? "n" : column.name()) + (text.equals(Formats.NOTHING) ? " none" : "");
        return new Cell(column.name(), label, style, text, isPlain(column, row.row()));
    }

    private String due(Instant dueAt, Map<Instant, String> known) {
        return dueAt == null ? texts.of("page.due.none") : known.computeIfAbsent(dueAt, deadlines::text);
    }

    private static boolean isPlain(DutyColumn column, ObligationRows.Row row) {
        return switch (column) {
            case unit, state, step -> false;
            case daysLate -> !row.overdue() && row.daysLate() == 0;
            case holder -> row.holderRole() == null;
            case holderMail, holderPhone -> row.people().isEmpty();
            default -> true;
        };
    }
}
