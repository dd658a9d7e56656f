package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.plancascade.kernel.VietnamTime;

/**
 * A unit in an inspector's list.
 *
 * @param email the unit's address, or null
 */
public record OverdueUnit(long obligation, String unitCode, String unitName, String email, Instant dueAt) {

    /** Calendar days from the last permitted day to the day of the moment. */
    public long daysLate(Instant now) {
        return ChronoUnit.DAYS.between(VietnamTime.dayOf(dueAt.minusNanos(1)), VietnamTime.dayOf(now));
    }
}
