package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import vn.plancascade.organisation.SigningBlock;

/**
 * Moves duties on. Each step is written in the caller's transaction with a line in the duty's history, and told to
 * listeners as {@link ObligationChanged}. Where the duty is in none of the states that the {@link DutyStep} may start from,
 * somebody was faster: {@link vn.plancascade.kernel.Conflict}, nothing changed.
 */
public interface DutySteps {

    void submitted(long id, String actor);

    /** The same where a reviewer sees it first. */
    void submittedForReview(long id, String actor);

    /** Passes what was submitted on to the head, before whom it is from now on. */
    void reviewed(long id, String actor, String comment);

    /** What was passed on waits for its review again. */
    void reviewTakenBack(long id, String actor);

    void returned(long id, String actor, String comment);

    void approved(long id, String actor, String comment);

    /** What was submitted is drafted again. */
    void submissionTakenBack(long id, String actor);

    /** What was approved waits for approval again. */
    void approvalTakenBack(long id, String actor);

    void issued(long id, String actor, String documentNumber, LocalDate documentDate, String signatory);

    /** Issues a document that was signed outside, from whichever step its case had reached. */
    void issuedOutside(long id, String actor, String documentNumber, LocalDate documentDate, String signatory);

    /** The superior takes an issued report over. */
    void accepted(long id, String actor, String comment);

    /** The superior wants an issued report replaced. */
    void revisionRequested(long id, String actor, String comment);

    /**
     * Ends what is open of a duty: the duty itself, or what amends it where it is settled; nothing where nothing is.
     *
     * @param step withdrawn or notAccomplished
     */
    void ended(long id, DutyStep step, String actor, String reason);

    /** Ends all duties of a plan that have no case. */
    void withdrawWithoutCase(long planId, String actor, String reason);

    void waived(long id, String actor, String reason);

    /** Moves the due moment of a duty that is still owed, if it is still the one given. */
    void extended(long id, String actor, Instant from, Instant to, String reason);

    /** Notes that the due moment has passed, if the duty is still owed and it really has. */
    void deadlinePassed(long id);

    /**
     * Keeps how an issued document was signed.
     *
     * @param inWords both names, for the history; null where the head signed in person
     */
    void signed(long id, SigningBlock block, String inWords);

    /** Adds a line to the history that leaves the duty's state alone; an amendment goes where the note says. */
    void noted(long id, DutyNote note, String actor, String detail);

    /**
     * Notes that somebody who watches over the duty asks for it.
     *
     * @throws vn.plancascade.kernel.Conflict if somebody has done so today
     */
    void reminded(long id, String actor, String reason);

    /** Keeps when somebody who has the work to do looked at it first; repeatable. */
    void seen(long id);

    /** Notes in the histories of these duties that an inspector has dealt with them being overdue. */
    void followedUp(Collection<Long> ids, String actor, String note);

    /** Notes in the histories of these duties that a letter about them was issued; whoever issues it tells of the act. */
    void chased(Collection<Long> ids, String actor, String letter);
}
