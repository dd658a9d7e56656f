package vn.plancascade.deadline;

import java.time.LocalDate;
import vn.plancascade.organisation.Actor;

/**
 * Extension (gia hạn) and waiver (miễn thực hiện) of one duty: the row, the open task's due date and the case's timer
 * change together or not at all.
 */
public interface Extensions {

    /**
     * Gives a unit more time. An inspector of a unit above, or of the plan's focal unit, may go up to the plan's limit, a
     * ministry leader beyond it; nobody may for a unit in which they hold a role themselves.
     *
     * @param until the new deadline as the plan words deadlines: its bound says whether the day itself still counts
     * @throws vn.plancascade.kernel.InvalidInput if the reason is missing, or the day is not later than the present
     *     deadline and than now
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not, or not so far
     * @throws vn.plancascade.kernel.Conflict if the duty is settled or has no deadline yet
     */
    Obligation extend(Actor actor, long id, LocalDate until, String reason);

    /**
     * Lets a unit off; for those who may extend.
     *
     * @throws vn.plancascade.kernel.InvalidInput if the reason is missing
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not
     * @throws vn.plancascade.kernel.Conflict if the duty is settled
     */
    Obligation waive(Actor actor, long id, String reason);

    /** Throws what {@link #extend} would throw, and changes nothing. */
    void checkExtension(Actor actor, long id, LocalDate until, String reason);

    /** Throws what {@link #waive} would throw, and changes nothing. */
    void checkWaiver(Actor actor, long id, String reason);

    /**
     * The duty, if the actor may decide about it: an inspector of a unit above or of the plan's focal unit, or a ministry leader,
     * who works in no role in the unit itself.
     *
     * @throws vn.plancascade.kernel.NotFound if there is no such duty, or the actor may not see it
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not
     * @throws vn.plancascade.kernel.Conflict if the duty is settled
     */
    Obligation decidable(Actor actor, long id);

    /**
     * Refuses a day to which nobody could extend the duty, whoever grants it.
     *
     * @throws vn.plancascade.kernel.InvalidInput if it is missing, too far from the plan's year, or not later than the present
     *     deadline and than now
     */
    void checkUntil(Obligation duty, LocalDate until);

    /** The last day to which an inspector may extend the duty. */
    LocalDate limit(Obligation duty);

    /** What the actor may do with the duty now, for pages that offer it. */
    Allowed allowed(Actor actor, Obligation duty);

    /** @param limit the last day an inspector may extend to; null for a ministry leader, who has no limit */
    record Allowed(boolean extend, boolean waive, LocalDate limit) {

        public static final Allowed NOTHING = new Allowed(false, false, null);
    }
}
