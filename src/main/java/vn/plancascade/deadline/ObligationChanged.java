package vn.plancascade.deadline;

/**
 * A duty moved on, or something was noted of it; published inside the transaction that did it.
 *
 * @param duty as it stands afterwards
 * @param actor a login, or null where the product acted
 * @param detail a comment, a reason or a number, as the history keeps it; may be null
 */
public record ObligationChanged(Obligation duty, DutyWord word, String actor, String detail) {

    /** Whether this very step settled the duty. */
    public boolean settled() {
        return word instanceof DutyStep && duty.settled();
    }
}
