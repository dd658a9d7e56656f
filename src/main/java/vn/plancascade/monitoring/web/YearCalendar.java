package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.plancascade.deadline.Holiday;
import vn.plancascade.deadline.WorkingDays;

/** A year at a glance: twelve months in weeks that begin on Monday, as Vietnamese calendars are printed. */
record YearCalendar(List<Month> months) {

    static YearCalendar of(int year, List<Holiday> named, WorkingDays workingDays) {
        Map<LocalDate, Holiday> byDay = new HashMap<>();
        // An entered day comes after the public holiday that it overrules.
        named.forEach(holiday -> byDay.put(holiday.day(), holiday));
        return new YearCalendar(IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> new Month(month.atDay(1), weeks(month, byDay, workingDays)))
                .toList());
    }

    private static List<List<Day>> weeks(YearMonth month, Map<LocalDate, Holiday> named, WorkingDays workingDays) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday =
                month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<Day> week = new ArrayList<>();
            for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
                boolean inMonth = YearMonth.from(day).equals(month);
                week.add(inMonth ? new Day(day, kind(day, named, workingDays), named.get(day)) : null);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private static Kind kind(LocalDate day, Map<LocalDate, Holiday> named, WorkingDays workingDays) {
        Holiday holiday = named.get(day);
        if (holiday == null) {
            return workingDays.isWorkingDay(day) ? Kind.work : Kind.weekend;
        }
        return kind(holiday);
    }

    static Kind kind(Holiday holiday) {
        if (!holiday.entered()) {
            return holiday.expected() ? Kind.expected : Kind.publicHoliday;
        }
        return holiday.works() ? Kind.makeUp : Kind.dayOff;
    }

    /** @param weeks seven days each, null where the day belongs to another month */
    record Month(LocalDate first, List<List<Day>> weeks) {}

    /** @param name null where the day has none */
    record Day(LocalDate date, Kind kind, Holiday name) {}

    /** What a day is; each has its colour, its mark and its words. */
    enum Kind {
        work(""),
        weekend(""),
        publicHoliday("★"),
        expected("☆"),
        dayOff("●"),
        makeUp("▲");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }
}
