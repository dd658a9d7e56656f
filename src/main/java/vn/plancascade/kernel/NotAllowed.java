package vn.plancascade.kernel;

/** The user may know of the thing, but may not do this to it (403). */
public final class NotAllowed extends BusinessProblem {

    public NotAllowed(String code, Object... args) {
        super(code, args);
    }
}
