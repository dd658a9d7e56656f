package vn.plancascade.batch.domain;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Violation;

/**
 * Why a duty was refused, as it is kept: the code of the message, and its values as text.
 *
 * @param args one a line; null where there are none
 */
record Refused(String code, String args) {

    private static final String BETWEEN = "\n";
    private static final int LENGTH = 1000;

    static Refused of(BusinessProblem problem) {
        Violation main = problem.main();
        String args = Arrays.stream(main.args())
                .map(arg -> String.valueOf(arg).replace(BETWEEN, " "))
                .collect(Collectors.joining(BETWEEN));
        return new Refused(main.code(), args.isEmpty() ? null : args.substring(0, Math.min(LENGTH, args.length())));
    }

    /** To be told in the reader's language. */
    Violation violation() {
        return new Violation(null, code, args == null ? new Object[0] : (Object[]) args.split(BETWEEN));
    }
}
