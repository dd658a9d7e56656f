package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Row;

/** Nobody is left below a unit that is closed by then, or that is not there yet. */
final class SuperiorRules {

    private final Present present;
    private final Map<String, Row> rows;
    private final Set<String> closed;
    private final LocalDate today;
    private final TreeRules trees;

    /** @param closed units that the file closes */
    SuperiorRules(Present present, Map<String, Row> rows, Set<String> closed, LocalDate today, TreeRules trees) {
        this.present = present;
        this.rows = rows;
        this.closed = closed;
        this.today = today;
        this.trees = trees;
    }

    void check() {
        Set<String> told = new HashSet<>();
        for (var tree : TreeRules.TREES.entrySet()) {
            present.superiors.get(tree.getKey()).forEach((unit, span) -> {
                LocalDate first = TreeRules.latest(span.from(), today);
                LocalDate last = earliest(span.to(), present.validTo.get(unit));
                if (last != null && !last.isAfter(first)) {
                    return;
                }
                LocalDate closes = present.validTo.get(span.superior());
                boolean leftBehind = closes != null && (last == null || last.isAfter(closes));
                Row closing = rows.get(span.superior());
                Row own = rows.get(unit);
                if (leftBehind && closing != null && closed.contains(span.superior())) {
                    if (told.add(span.superior())) {
                        trees.problem(closing, Column.validTo, "import.leftBehind", unit);
                    }
                } else if (own != null && told.add(unit)) {
                    LocalDate opens = present.validFrom.get(span.superior());
                    if (leftBehind) {
                        trees.problem(
                                own,
                                trees.named(unit, tree.getValue()),
                                "import.superiorCloses",
                                span.superior(),
                                VietnamTime.text(closes));
                    } else if (opens != null && opens.isAfter(TreeRules.latest(first, present.validFrom.get(unit)))) {
                        trees.problem(
                                own,
                                trees.named(unit, tree.getValue()),
                                "import.superiorNotYet",
                                span.superior(),
                                VietnamTime.text(opens));
                    } else {
                        told.remove(unit);
                    }
                }
            });
        }
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
