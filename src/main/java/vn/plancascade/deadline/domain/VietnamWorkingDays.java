package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;

/**
 * Weekends and Việt Nam's public holidays by both calendars, with the administrators' table of days off and make-up days on top (Tết and the
 * yearly swaps are decided year by year).
 */
@Component
class VietnamWorkingDays implements WorkingDays {

    private final PublicHolidays publicHolidays;
    private final LunarHolidays lunarHolidays;
    private final DayOffTable table;

    VietnamWorkingDays(PublicHolidays publicHolidays, LunarHolidays lunarHolidays, DayOffTable table) {
        this.publicHolidays = publicHolidays;
        this.lunarHolidays = lunarHolidays;
        this.table = table;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return table.works(day).orElseGet(() -> publicHolidays.isWorkingDay(day) && !lunarHolidays.isOff(day));
    }
}
