package vn.plancascade.batch;

/** What can be done to many duties at once; people read the text {@code batch.act.<name>}. */
public enum DutyAct {
    remind,
    extend,
    waive,
    handOver;

    /** Whether a reason has to be given. */
    public boolean needsReason() {
        return this != remind;
    }
}
