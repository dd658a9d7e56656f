package vn.plancascade.deadline;

/**
 * What an extension, a waiver or a withdrawal asks of the process that carries the duty. Called in their transaction, after the new due
 * moment has been written.
 *
 * <p>A case that somebody else is changing at the same moment throws a
 * {@link org.springframework.dao.ConcurrencyFailureException}.
 */
public interface DutyCases {

    DutyKind kind();

    /** Moves the open task's due date and the case's timer to the duty's due moment. */
    void deadlineMoved(Obligation duty);

    /** Ends the case; its last step writes the waiver. */
    void waive(Obligation duty, String actor, String reason);

    /**
     * Ends the case; its last step writes how, of the duty or of what amends it.
     *
     * @param step withdrawn or notAccomplished
     * @param actor null where the product ends it
     */
    void end(Obligation duty, DutyStep step, String actor, String reason);

    /** Ends a case that goes on after its duty is settled, only to wait; harmless where none does. */
    void stopWaiting(Obligation duty);

    /** Has another unit take the document over, which owes nothing itself by that. */
    void superiorChanged(Obligation duty, String superior);
}
