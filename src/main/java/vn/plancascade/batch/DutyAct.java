package vn.plancascade.batch;

/** What can be done to many duties at once; people read the text {@code batch.act.<name>}. */
public enum DutyAct {
    remind,
    /** A letter is drafted to the units. */
    chase,
    extend,
    waive,
    handOver;

    /** Whether a reason has to be given. */
    public boolean needsReason() {
        return this != remind && this != chase;
    }
}
