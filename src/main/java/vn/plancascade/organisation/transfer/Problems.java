package vn.plancascade.organisation.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.SheetSeen;

/** What was found wrong so far, the first thousand in full. */
final class Problems {

    private static final int LISTED = 1_000;

    private final List<RejectedImport.Problem> found = new ArrayList<>();
    private int more;
    private List<SheetSeen> seen = List.of();

    /** What was recognised until then goes with what is wrong. */
    void seen(List<SheetSeen> sheets) {
        seen = sheets;
    }

    void add(Integer row, String column, String code, Object... args) {
        if (found.size() < LISTED) {
            found.add(new RejectedImport.Problem(row, column, code, args));
        } else {
            more++;
        }
    }

    /** What makes the rest unreadable. */
    static RejectedImport fatal(Integer row, String column, String code, Object... args) {
        return new RejectedImport(List.of(new RejectedImport.Problem(row, column, code, args)), 0, List.of());
    }

    RejectedImport andFatal(Integer row, String column, String code, Object... args) {
        return new RejectedImport(List.of(new RejectedImport.Problem(row, column, code, args)), 0, seen);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing(
                    RejectedImport.Problem::row, Comparator.nullsFirst(Comparator.naturalOrder())));
            throw new RejectedImport(found, more, seen);
        }
    }
}
