package vn.plancascade.organisation;

import java.util.List;

/** A file that was not taken in; nothing has been changed. */
public final class RejectedImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final int more;

    /** @param more how many were found beside those that are listed */
    public RejectedImport(List<Problem> problems, int more) {
        super(problems.size() + more + " problems");
        this.problems = List.copyOf(problems);
        this.more = more;
    }

    public List<Problem> problems() {
        return problems;
    }

    public int more() {
        return more;
    }

    /**
     * @param row the line in the sheet or file, from 1; null where no row is to blame
     * @param column the column's header as the file has it, or null
     * @param code key of the message bundles, without {@code problem.}
     */
    public record Problem(Integer row, String column, String code, Object... args) {}
}
