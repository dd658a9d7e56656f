package vn.plancascade.deadline;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A named day of the calendar.
 *
 * @param works whether people work on it; only an entered day can be a make-up working day
 * @param name as entered; of a public holiday, its English name, for want of a translation of {@code key}
 * @param key of a public holiday, such as {@code NATIONAL_DAY}; null for a day that an administrator entered
 * @param expected worked out for a Tết that nobody has decided yet: it counts until the administrators enter the decision
 */
public record Holiday(LocalDate day, boolean works, String name, String key, boolean expected) implements Serializable {

    /** A day that an administrator enters. */
    public static Holiday entered(LocalDate day, boolean works, String name) {
        return new Holiday(day, works, name, null, false);
    }

    public static Holiday publicHoliday(LocalDate day, String name, String key) {
        return new Holiday(day, false, name, key, false);
    }

    /** Whether an administrator entered it; it then stands above the weekend and any public holiday. */
    public boolean entered() {
        return key == null;
    }
}
