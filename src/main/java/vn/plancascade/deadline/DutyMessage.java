package vn.plancascade.deadline;

/** What is told to the case of one duty, by the name that its model gives to the message; a test compares them with the models. */
public enum DutyMessage {
    withdrawn,
    waived,
    deadlineMoved,
    /** The document was signed outside. */
    recordedOutside;

    /** Such as {@code subPlan.withdrawn}. */
    public String of(DutyKind kind) {
        return kind + "." + name();
    }
}
