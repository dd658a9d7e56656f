package vn.plancascade.kernel;

/** Somebody else was faster, or the thing is no longer in the state that the request assumes (409). */
public final class Conflict extends BusinessProblem {

    public Conflict(String code, Object... args) {
        super(code, args);
    }

    public Conflict(Violation violation) {
        super(violation);
    }
}
