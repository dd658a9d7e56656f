package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFigures.Point;

/** Adds documents and deadlines up, day by day. */
final class CurveDays {

    private final LocalDate from;
    private final LocalDate to;
    private final NavigableMap<LocalDate, Long> issued = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> due = new TreeMap<>();
    private long expected;

    /** @param from null while nothing has been given */
    CurveDays(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param document the date of the documents, or null while there are none
     * @param dueDay the day after the last permitted one, or null
     */
    void add(LocalDate document, LocalDate dueDay, long n) {
        expected += n;
        if (document != null) {
            issued.merge(document, n, Long::sum);
        }
        if (dueDay != null) {
            due.merge(dueDay.minusDays(1), n, Long::sum);
        }
    }

    Curve curve() {
        List<Point> points = new ArrayList<>();
        for (LocalDate day = from; day != null && !day.isAfter(to); day = day.plusDays(1)) {
            points.add(new Point(day, issued.getOrDefault(day, 0L), upTo(issued, day), upTo(due, day)));
        }
        return new Curve(from, to, expected, upTo(issued, to), points);
    }

    private static long upTo(NavigableMap<LocalDate, Long> days, LocalDate day) {
        return days.headMap(day, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
