package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.kernel.VietnamTime;

/**
 * A deadline as the plan states it, and the moment that follows from it.
 *
 * @param dayOffMoves whether a last day that is no working day moves to the next one; by default it does not
 */
public record DeadlineRule(LocalDate deadline, Bound bound, boolean dayOffMoves) {

    /** The last day on which a document is in time. */
    public LocalDate lastDay(WorkingDays workingDays) {
        LocalDate last = bound.lastDay(deadline);
        return dayOffMoves ? workingDays.sameOrNext(last) : last;
    }

    /** The first moment at which it is too late, in {@link VietnamTime#ZONE}. */
    public Instant dueAt(WorkingDays workingDays) {
        return VietnamTime.startOf(lastDay(workingDays).plusDays(1));
    }
}
