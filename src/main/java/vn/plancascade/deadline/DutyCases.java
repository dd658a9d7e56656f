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

    /** Ends the case, because the plan is withdrawn; its last step writes that. */
    void withdraw(Obligation duty, String actor, String reason);

    /** Has another unit take the document over, which owes nothing itself by that. */
    void superiorChanged(Obligation duty, String superior);
}
