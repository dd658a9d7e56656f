package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Where days and numbers stand in a curve's picture.
 *
 * @param days between the first and the last
 * @param most the number at the top
 */
record CurveScale(LocalDate from, LocalDate to, long days, long most) {

    static final int LEFT = 60;
    static final int RIGHT = 780;
    static final int TOP = 20;
    static final int BOTTOM = 260;

    boolean shows(LocalDate day) {
        return from != null && !day.isBefore(from) && !day.isAfter(to);
    }

    double x(LocalDate day) {
        return LEFT + (RIGHT - LEFT) * (double) ChronoUnit.DAYS.between(from, day) / days;
    }

    double y(double n) {
        return BOTTOM - (BOTTOM - TOP) * n / most;
    }

    /** A line with one point more. */
    void point(StringBuilder line, LocalDate day, double n) {
        line.append(line.isEmpty() ? "" : " ")
                .append(coordinate(x(day)))
                .append(',')
                .append(coordinate(y(n)));
    }

    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
