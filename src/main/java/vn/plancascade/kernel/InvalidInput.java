package vn.plancascade.kernel;

import java.util.List;

/** What was sent cannot be accepted as it is (422). */
public final class InvalidInput extends BusinessProblem {

    /** The code of a field that is not there to be sent (400). */
    public static final String UNKNOWN_FIELD = "unknownField";

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(violations.get(0));
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String code, Object... args) {
        this(List.of(new Violation(field, code, args)));
    }

    @Override
    public List<Violation> violations() {
        return violations;
    }

    /** Throws if anything was found wrong. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
