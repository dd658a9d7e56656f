package vn.plancascade.deadline;

import java.time.LocalDate;

/** The working-day calendar: weekends, Việt Nam's public holidays, and the administrator's table over both. */
public interface WorkingDays {

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
