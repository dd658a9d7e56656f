package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Holiday;

/**
 * The holidays that follow the Vietnamese lunar calendar, which is not the Chinese one in every year: Giỗ Tổ on the tenth of
 * the third month, and Tết. Which days are off at Tết is decided year by year; until a decision is entered, the five days of
 * the Labour Code (45/2019/QH14, article 112) count, with the next working days for those at a weekend (article 111).
 */
@Component
class LunarHolidays {

    private static final int DAYS_OF_TET = 5;

    /** No decision so far has begun earlier before Tết, or ended later after it. */
    private static final int DECIDED_FROM = -7;

    private static final int DECIDED_UNTIL = 10;

    private final Map<Integer, Year> years = new ConcurrentHashMap<>();
    private final DayOffTable table;

    LunarHolidays(DayOffTable table) {
        this.table = table;
    }

    boolean isOff(LocalDate day) {
        Year year = of(day.getYear());
        return day.equals(year.hungKings()) || year.daysOff().contains(day) && !isDecided(year.tet());
    }

    List<Holiday> ofYear(int number) {
        Year year = of(number);
        Stream<Holiday> expected = isDecided(year.tet())
                ? Stream.empty()
                : year.daysOff().stream().map(day -> new Holiday(day, false, "Tết", "LUNAR_NEW_YEAR", true));
        return Stream.concat(
                        expected,
                        Stream.of(Holiday.publicHoliday(year.hungKings(), "Hùng Kings' Festival", "HUNG_KINGS")))
                .toList();
    }

    /** The first day of the next Tết (today's included) if no day off has been entered around it. */
    Optional<LocalDate> nextUndecided(LocalDate today) {
        LocalDate thisYear = of(today.getYear()).tet();
        LocalDate next = today.isAfter(thisYear) ? of(today.getYear() + 1).tet() : thisYear;
        return isDecided(next) ? Optional.empty() : Optional.of(next);
    }

    private boolean isDecided(LocalDate tet) {
        return table.hasDayOff(tet.plusDays(DECIDED_FROM), tet.plusDays(DECIDED_UNTIL));
    }

    private Year of(int number) {
        return years.computeIfAbsent(number, LunarHolidays::compute);
    }

    private static Year compute(int number) {
        LocalDate tet = day(number, 1, 1);
        return new Year(tet, day(number, 3, 10), daysOff(tet));
    }

    private static LocalDate day(int year, int month, int day) {
        return VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day)
                .transform(PlainDate.axis())
                .toTemporalAccessor();
    }

    /** The last day of the old year and the first four of the new one; after them a working day for each of the weekend. */
    private static List<LocalDate> daysOff(LocalDate tet) {
        LocalDate day = tet.minusDays(1);
        List<LocalDate> off = new ArrayList<>();
        int owed = 0;
        for (; off.size() < DAYS_OF_TET; day = day.plusDays(1)) {
            off.add(day);
            owed += PublicHolidays.isWeekend(day) ? 1 : 0;
        }
        for (; owed > 0; day = day.plusDays(1)) {
            if (!PublicHolidays.isWeekend(day)) {
                off.add(day);
                owed--;
            }
        }
        return List.copyOf(off);
    }

    /** @param daysOff at Tết, as the law has them */
    private record Year(LocalDate tet, LocalDate hungKings, List<LocalDate> daysOff) {}
}
