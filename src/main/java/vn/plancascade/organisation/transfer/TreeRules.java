package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Row;

/** What must hold for the trees of units on every day, with the rows of a file taken in. */
final class TreeRules {

    /** In the order in which they are looked at, so that the same file is always told the same. */
    static final Map<Relation, Column> TREES =
            new EnumMap<>(Map.of(Relation.PARENT, Column.parentCode, Relation.REPORTS_TO, Column.reportsToCode));

    private final Present present;
    private final Map<String, Row> rows;
    private final Set<String> closed;
    private final LocalDate today;
    private final Finder problems;

    /**
     * @param rows those of the file, by the unit's code
     * @param closed units that the file closes
     */
    TreeRules(Present present, Map<String, Row> rows, Set<String> closed, LocalDate today, Finder problems) {
        this.present = present;
        this.rows = rows;
        this.closed = closed;
        this.today = today;
        this.problems = problems;
    }

    void check() {
        refuseCircles();
        new SuperiorRules(present, rows, closed, today, this).check();
    }

    /**
     * On no day may anybody stand below themselves, by the file alone or together with what is there or is still to come.
     * A circle comes about on a day on which one of its units moves, so that these days are all that need looking at.
     */
    private void refuseCircles() {
        Set<String> told = new HashSet<>();
        for (var tree : TREES.entrySet()) {
            Superiors superiors = present.superiors.get(tree.getKey());
            superiors.forEach((unit, span) -> {
                LocalDate day = latest(span.from(), today);
                if (span.covers(day) && (rows.containsKey(unit) || day.isAfter(today))) {
                    tellOf(superiors.circle(unit, day), day, superiors, tree.getValue(), told);
                }
            });
        }
    }

    /** The fault is told where the file names the superior, once for each circle. */
    private void tellOf(List<String> circle, LocalDate day, Superiors superiors, Column column, Set<String> told) {
        List<String> ours = circle.stream().filter(rows::containsKey).toList();
        if (ours.isEmpty() || ours.stream().anyMatch(told::contains)) {
            return;
        }
        told.addAll(ours);
        String unit = ours.stream()
                .min(Comparator.comparing((String code) -> rows.get(code).get(named(code, column)) == null)
                        .thenComparing(code -> rows.get(code).number))
                .orElseThrow();
        problems.add(rows.get(unit), named(unit, column), "unit.cycle", unit, superiors.on(unit, day));
    }

    /** Where the row names the superior: of a new unit, one of the two may stand for both. */
    Column named(String code, Column column) {
        Column other = column == Column.parentCode ? Column.reportsToCode : Column.parentCode;
        Row row = rows.get(code);
        return row.get(column) == null && row.get(other) != null ? other : column;
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    void problem(Row row, Column column, String code, Object... args) {
        problems.add(row, column, code, args);
    }

    /** Notes what is wrong in a cell of the file. */
    interface Finder {
        void add(Row row, Column column, String code, Object... args);
    }
}
