package vn.plancascade.monitoring.web;

import static vn.plancascade.monitoring.web.CurveScale.BOTTOM;
import static vn.plancascade.monitoring.web.CurveScale.LEFT;
import static vn.plancascade.monitoring.web.CurveScale.TOP;
import static vn.plancascade.monitoring.web.CurveScale.coordinate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFigures.Point;
import vn.plancascade.monitoring.web.CurveMarks.Mark;

/**
 * A curve of documents as the coordinates of a picture: from the day of the plan to the day asked for, from none to all that are
 * expected. Solid: issued. Dashed: due by then.
 *
 * @param issued points of a line
 * @param due the same
 * @param yearBefore the same of the year before, by the share of what was expected then; empty where there was none
 * @param rungs days on which somebody was reminded, with what came
 * @param letters days on which chasing letters were issued
 */
record CurvePicture(
        String issued,
        String due,
        String yearBefore,
        List<Tick> counts,
        List<Tick> days,
        List<Tick> deadlines,
        List<Tick> rungs,
        List<Tick> letters) {

    private static final int LABELS = 8;

    static CurvePicture of(Curve curve, Formats formats) {
        return of(curve, null, new TreeMap<>(), formats);
    }

    /** @param before the curve of the year before, or null */
    static CurvePicture of(Curve curve, Curve before, NavigableMap<LocalDate, Mark> marks, Formats formats) {
        long days = Math.max(1, curve.points().size() - 1L);
        CurveScale scale =
                new CurveScale(curve.from(), curve.to(), days, Math.max(1, Math.max(curve.expected(), curve.issued())));
        List<Tick> counts = new ArrayList<>();
        for (int quarter = 0; quarter <= 4; quarter++) {
            long n = Math.round(scale.most() * quarter / 4.0);
            counts.add(new Tick(LEFT, scale.y(n), formats.number(n)));
        }
        List<Tick> labels = new ArrayList<>();
        List<Tick> deadlines = new ArrayList<>();
        long step = Math.max(1, (long) Math.ceil((days + 1) / (double) LABELS));
        long dueBefore = 0;
        for (Point point : curve.points()) {
            double x = scale.x(point.day());
            if (ChronoUnit.DAYS.between(curve.from(), point.day()) % step == 0) {
                labels.add(new Tick(x, BOTTOM, formats.shortDate(point.day())));
            }
            if (point.cumulativeDue() - dueBefore > curve.expected() / 20.0) {
                deadlines.add(new Tick(x, TOP, formats.shortDate(point.day())));
            }
            dueBefore = point.cumulativeDue();
        }
        return new CurvePicture(
                line(curve, scale, Point::cumulativeIssued),
                line(curve, scale, Point::cumulativeDue),
                before == null ? "" : yearBefore(curve, before, scale),
                counts,
                labels,
                deadlines,
                marked(scale, marks, false),
                marked(scale, marks, true));
    }

    private static List<Tick> marked(CurveScale scale, NavigableMap<LocalDate, Mark> marks, boolean letters) {
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().letter() == letters && scale.shows(mark.getKey()))
                .map(mark ->
                        new Tick(scale.x(mark.getKey()), BOTTOM, mark.getValue().text()))
                .toList();
    }

    private static String yearBefore(Curve curve, Curve before, CurveScale scale) {
        StringBuilder line = new StringBuilder();
        for (Point point : before.points()) {
            if (scale.shows(point.day().plusYears(1))) {
                double share = (double) point.cumulativeIssued() * curve.expected() / before.expected();
                scale.point(line, point.day().plusYears(1), share);
            }
        }
        return line.toString();
    }

    private static String line(Curve curve, CurveScale scale, ToLongFunction<Point> of) {
        StringBuilder line = new StringBuilder();
        curve.points().forEach(point -> scale.point(line, point.day(), of.applyAsLong(point)));
        return line.toString();
    }

    /** A label and where it stands. */
    record Tick(double x, double y, String text) {

        public String left() {
            return coordinate(x);
        }

        /** So far to the left of it. */
        public String leftBy(int distance) {
            return coordinate(x - distance);
        }

        public String top() {
            return coordinate(y);
        }
    }
}
