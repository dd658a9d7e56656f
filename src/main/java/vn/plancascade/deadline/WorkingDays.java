package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.plancascade.kernel.VietnamTime;

/** The working-day calendar: weekends, Việt Nam's public holidays, and the administrator's table over both. */
public interface WorkingDays {

    /** When reminders go out on a working day. */
    LocalTime MORNING = LocalTime.of(8, 0);

    boolean isWorkingDay(LocalDate day);

    /** The day itself, or the first working day after it. */
    default LocalDate sameOrNext(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The day itself, or the last working day before it. */
    default LocalDate sameOrPrevious(LocalDate day) {
        LocalDate previous = day;
        while (!isWorkingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** The n-th working day after the given day; n may be negative for days before it. */
    default LocalDate plus(LocalDate day, int n) {
        int step = Integer.signum(n);
        LocalDate result = day;
        for (int left = Math.abs(n); left > 0; ) {
            result = result.plusDays(step);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The first morning of a working day after the moment. */
    default Instant nextMorning(Instant moment) {
        LocalDate day = VietnamTime.dayOf(moment);
        Instant morning = morningOf(day);
        return isWorkingDay(day) && morning.isAfter(moment) ? morning : morningOf(sameOrNext(day.plusDays(1)));
    }

    static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(VietnamTime.ZONE).toInstant();
    }

    /**
     * How a working day stands to a due day: 0 on the first working day that is not before it, 1 on the next; -1 on the
     * last working day before it, so that the figure without its sign is how many working days are left, that day included.
     */
    default int distance(LocalDate dueDay, LocalDate workingDay) {
        return workingDay.isBefore(dueDay)
                ? -between(workingDay.minusDays(1), dueDay.minusDays(1))
                : between(sameOrNext(dueDay), workingDay);
    }

    /** How many working days lie after {@code from} and not after {@code to}; 0 if there are none. */
    default int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
