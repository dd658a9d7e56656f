package vn.plancascade.followup;

/** Where a chasing letter stands; people read the text {@code letterState.<name>}. */
public enum LetterState {
    draft,
    awaitingApproval,
    awaitingIssue,
    issued,
    /** Given up, or nobody on it was late any more. */
    discarded;

    /** Whether it may still go out. */
    public boolean isOpen() {
        return this != issued && this != discarded;
    }
}
