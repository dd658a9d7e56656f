package vn.plancascade.kernel;

import java.util.List;

/**
 * Something a user can understand and mend; nothing has been changed when it is thrown.
 *
 * <p>The code is a key of the message bundles ({@code problem.<code>}); the text in the user's language is made where it
 * is shown.
 */
public abstract sealed class BusinessProblem extends RuntimeException
        permits InvalidInput, Conflict, NotAllowed, NotFound {

    private final transient Violation main;

    protected BusinessProblem(String code, Object... args) {
        this(new Violation(null, code, args));
    }

    protected BusinessProblem(Violation main) {
        super(main.code());
        this.main = main;
    }

    /** The sentence that says what is wrong. */
    public Violation main() {
        return main;
    }

    /** What is wrong field by field; empty where no field is to blame. */
    public List<Violation> violations() {
        return main.field() == null ? List.of() : List.of(main);
    }
}
