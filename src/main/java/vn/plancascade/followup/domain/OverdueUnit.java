package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.plancascade.kernel.VietnamTime;

/**
 * A unit in an inspector's list.
 *
 * @param email the unit's address, or null
 */
public record OverdueUnit(long obligation, String unitCode, String unitName, String email, Instant dueAt) {

    /** The last permitted day. */
    public LocalDate lastDay() {
        return VietnamTime.lastDay(dueAt);
    }

    /** Calendar days from the last permitted day to the day of the moment. */
    public long daysLate(Instant now) {
        return daysLate(VietnamTime.dayOf(now));
    }

    /** The same, to this day. */
    long daysLate(LocalDate day) {
        return ChronoUnit.DAYS.between(lastDay(), day);
    }
}
