package vn.plancascade.deadline.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;

/**
 * Weekends and Jollyday's holidays of Việt Nam, with the administrator's table of days off and make-up days on top (Tết
 * and the yearly swaps are decided year by year).
 */
@Component
class VietnamWorkingDays implements WorkingDays {

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("vn"));
    private final Cache<String, Map<LocalDate, Boolean>> table =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build();
    private final JdbcClient jdbc;

    VietnamWorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        Boolean decided = table.get("all", all -> read()).get(day);
        if (decided != null) {
            return decided;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.isHoliday(day);
    }

    /** The table is small (some twenty rows a year) and asked for in loops. */
    private Map<LocalDate, Boolean> read() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        jdbc.sql("select off_day, works from day_off").query(row -> {
            days.put(row.getObject(1, LocalDate.class), row.getBoolean(2));
        });
        return days;
    }
}
