package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFigures.Point;

/**
 * A curve of documents as the coordinates of a picture: from the day of the plan to the day asked for, from none to all that are
 * expected. Solid: issued. Dashed: due by then.
 *
 * @param issued points of a line
 * @param due the same
 */
record CurvePicture(String issued, String due, List<Tick> counts, List<Tick> days, List<Tick> deadlines) {

    static final int LEFT = 60;
    static final int RIGHT = 780;
    static final int TOP = 20;
    static final int BOTTOM = 260;

    private static final int LABELS = 8;

    static CurvePicture of(Curve curve, Formats formats) {
        long days = Math.max(1, curve.points().size() - 1L);
        long most = Math.max(1, Math.max(curve.expected(), curve.issued()));
        List<Tick> counts = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            long n = Math.round(most * quarter / 4.0);
            counts.add(new Tick(LEFT, y(n, most), formats.number(n)));
        }
        List<Tick> labels = new ArrayList<>();
        List<Tick> deadlines = new ArrayList<>();
        long step = Math.max(1, (long) Math.ceil((days + 1) / (double) LABELS));
        long dueBefore = 0;
        for (Point point : curve.points()) {
            long n = ChronoUnit.DAYS.between(curve.from(), point.day());
            double x = x(n, days);
            if (n % step == 0) {
                labels.add(new Tick(x, BOTTOM, formats.shortDate(point.day())));
            }
            if (point.cumulativeDue() - dueBefore > curve.expected() / 20.0) {
                deadlines.add(new Tick(x, TOP, formats.shortDate(point.day())));
            }
            dueBefore = point.cumulativeDue();
        }
        return new CurvePicture(
                line(curve, days, most, Point::cumulativeIssued),
                line(curve, days, most, Point::cumulativeDue),
                counts,
                labels,
                deadlines);
    }

    private static String line(Curve curve, long days, long most, ToLongFunction<Point> of) {
        StringBuilder line = new StringBuilder();
        LocalDate from = curve.from();
        for (Point point : curve.points()) {
            double x = x(ChronoUnit.DAYS.between(from, point.day()), days);
            line.append(line.isEmpty() ? "" : " ").append(coordinate(x)).append(',');
            line.append(coordinate(y(of.applyAsLong(point), most)));
        }
        return line.toString();
    }

    private static double x(long day, long days) {
        return LEFT + (RIGHT - LEFT) * (double) day / days;
    }

    private static double y(long n, long most) {
        return BOTTOM - (BOTTOM - TOP) * (double) n / most;
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A label and where it stands. */
    record Tick(double x, double y, String text) {

        public String left() {
            return coordinate(x);
        }

        public String top() {
            return coordinate(y);
        }
    }
}
