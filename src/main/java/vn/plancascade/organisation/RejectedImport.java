package vn.plancascade.organisation;

import java.util.List;
import java.util.function.Function;
import vn.plancascade.kernel.Violation;

/** A file that was not taken in; nothing has been changed. */
public final class RejectedImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final int more;
    private final transient List<SheetSeen> sheets;

    /**
     * @param more how many were found beside those that are listed
     * @param sheets what was recognised nevertheless
     */
    public RejectedImport(List<Problem> problems, int more, List<SheetSeen> sheets) {
        super(problems.size() + more + " problems");
        this.problems = List.copyOf(problems);
        this.more = more;
        this.sheets = List.copyOf(sheets);
    }

    public List<SheetSeen> sheets() {
        return sheets;
    }

    public List<Problem> problems() {
        return problems;
    }

    public int more() {
        return more;
    }

    /** The same for whoever reads it. */
    public List<Line> lines(Function<Violation, String> inWords) {
        return problems.stream()
                .map(problem -> new Line(
                        problem.row(),
                        problem.column(),
                        inWords.apply(new Violation(problem.column(), problem.code(), problem.args()))))
                .toList();
    }

    /** What is wrong with a row, in the reader's language. */
    public record Line(Integer row, String column, String message) {}

    /**
     * @param row the line in the sheet or file, from 1; null where no row is to blame
     * @param column the column's header as the file has it, or null
     * @param code key of the message bundles, without {@code problem.}
     */
    public record Problem(Integer row, String column, String code, Object... args) {}
}
