package vn.plancascade.organisation.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.OldLetters;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.SheetSeen;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.organisation.transfer.Headers.Heading;
import vn.plancascade.organisation.transfer.Table.Column;

/** One sheet, a row at a time: finds the header among the first twenty rows and reads what stands below it. */
final class SheetRows {

    private static final int HEADER_WITHIN = 20;
    private static final int LISTED = 100;

    private final String name;
    private final boolean csv;
    private final Headers headers;
    private final ColumnMap map;
    private final Problems problems;

    private final List<Numbered> waiting = new ArrayList<>();
    private boolean decided;
    private Numbered header;
    private Heading heading;
    private Skipping skipping;
    private Table table;
    private final List<SheetSeen.Skipped> skipped = new ArrayList<>();

    private record Numbered(int number, List<Cell> cells) {

        long filled() {
            return cells.stream().filter(cell -> !Cells.isBlank(cell)).count();
        }
    }

    /** @param name null for CSV */
    SheetRows(String name, Headers headers, ColumnMap map, Problems problems) {
        this.name = name;
        this.csv = name == null;
        this.headers = headers;
        this.map = map;
        this.problems = problems;
    }

    void row(int number, List<Cell> cells) {
        if (!decided && number > HEADER_WITHIN) {
            decide();
        }
        if (decided) {
            read(number, cells);
        } else {
            waiting.add(new Numbered(number, cells));
        }
    }

    /** What the sheet holds; null if nothing heads its columns. */
    Table end() {
        if (!decided) {
            decide();
        }
        return table;
    }

    /** The row that names most columns; of two that name as many, the upper one. */
    private void decide() {
        decided = true;
        for (Numbered row : waiting) {
            Heading found = headers.heading(row.cells(), map);
            if (found != null
                    && (heading == null
                            || found.places().size() > heading.places().size())) {
                heading = found;
                header = row;
            }
        }
        if (heading == null) {
            return;
        }
        table = new Table(heading.subject());
        skipping = new Skipping(heading, header.cells());
        table.headers.putAll(heading.headers());
        heading.twice().forEach(twice -> problems.add(header.number(), twice, "import.columnTwice", twice));
        waiting.stream().filter(row -> row.number() > header.number()).forEach(row -> read(row.number(), row.cells()));
    }

    private void read(int number, List<Cell> cells) {
        if (table == null) {
            return;
        }
        String reason = skipping.reason(cells, table.rows.isEmpty());
        if (reason != null) {
            if (skipped.size() < LISTED) {
                skipped.add(new SheetSeen.Skipped(number, reason, Skipping.text(cells)));
            }
            return;
        }
        Map<Column, String> values = new EnumMap<>(Column.class);
        Set<Column> wrong = EnumSet.noneOf(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Column column = heading.places().get(i);
            if (column == null) {
                // In CSV, one sign too many moves all that follows; in a workbook nothing moves.
                if (csv && i >= header.cells().size() && !Cells.isBlank(cells.get(i))) {
                    problems.add(number, null, "import.extraCell", i + 1);
                }
                continue;
            }
            String value = Cells.read(cells.get(i), column, number, table.header(column), problems);
            if (value != null) {
                values.put(column, value);
            } else if (!Cells.isBlank(cells.get(i))) {
                wrong.add(column);
            }
        }
        if (values.isEmpty() && wrong.isEmpty()) {
            return;
        }
        if (table.rows.size() == UnitImport.MAX_ROWS) {
            throw Problems.fatal(number, null, "import.tooManyRows", UnitImport.MAX_ROWS);
        }
        table.rows.add(new Table.Row(number, values, wrong));
    }

    /** Headers in old letters are none; whoever sees nothing wrong with them is told what they read as. */
    void refuseOldLetters() {
        for (Numbered row : waiting) {
            for (Cell cell : row.cells()) {
                OldLetters.unicodeOf(cell.shown()).ifPresent(unicode -> {
                    throw problems.andFatal(row.number(), null, "import.oldFont", Names.cleanLine(unicode));
                });
            }
        }
    }

    SheetSeen seen() {
        Numbered shown = header != null
                ? header
                : waiting.stream()
                        .max(Comparator.comparingLong(Numbered::filled))
                        .filter(row -> row.filled() > 1)
                        .orElse(null);
        List<SheetSeen.Taken> taken = new ArrayList<>();
        List<SheetSeen.Left> left = new ArrayList<>();
        for (int i = 0; shown != null && i < shown.cells().size(); i++) {
            String letter = CellReference.convertNumToColString(i);
            String text = Names.cleanLine(shown.cells().get(i).shown());
            if (heading != null && heading.places().containsKey(i)) {
                taken.add(new SheetSeen.Taken(
                        letter, text, heading.places().get(i).name()));
            } else if (text != null) {
                left.add(new SheetSeen.Left(letter, text));
            }
        }
        return new SheetSeen(
                name,
                shown == null ? null : shown.number(),
                heading == null ? null : heading.subject().name(),
                taken,
                left,
                List.copyOf(skipped));
    }
}
