package vn.plancascade.kernel;

/** The thing does not exist, or the user is not to know that it does (404). */
public final class NotFound extends BusinessProblem {

    public NotFound(String code, Object... args) {
        super(code, args);
    }
}
