package vn.plancascade.deadline.domain;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Holiday;

/** What holds without the administrators' table: weekends, and Jollyday's public holidays of Việt Nam. */
@Component
class PublicHolidays {

    /**
     * 24/11 is a day off since 2026 (Ngày Văn hóa Việt Nam, Nghị quyết 80-NQ/TW of 7/1/2026); Jollyday has it in every
     * year.
     */
    private static final String CULTURE_DAY = "CULTURE_DAY";

    private static final int FIRST_CULTURE_DAY = 2026;

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("vn"));

    boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day)
                && (!holidays.isHoliday(day)
                        || ofYear(day.getYear()).stream()
                                .noneMatch(holiday -> holiday.day().equals(day)));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    List<Holiday> ofYear(int year) {
        return holidays.getHolidays(Year.of(year)).stream()
                .filter(holiday -> year >= FIRST_CULTURE_DAY || !CULTURE_DAY.equals(holiday.getPropertiesKey()))
                .map(holiday -> Holiday.publicHoliday(
                        holiday.getDate(), holiday.getDescription(Locale.ENGLISH), holiday.getPropertiesKey()))
                .toList();
    }
}
