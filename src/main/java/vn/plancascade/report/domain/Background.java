package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.PlanContent.Period;

/**
 * What a unit's figures are compared with: its own of other periods.
 *
 * @param yearBefore of the same period of the year before; empty if there are none
 * @param within of periods that lie within this one and do not overlap
 * @param carried what was left open at the end of the period before, by the indicators that begin with it
 */
record Background(
        Map<String, BigDecimal> yearBefore, List<Map<String, BigDecimal>> within, Map<String, BigDecimal> carried) {

    static final Background NONE = new Background(Map.of(), List.of(), Map.of());

    /** @param own the unit's own figures by the code of their period; empty where it has none */
    static Background of(
            ReportCalendar calendar,
            Period period,
            List<Indicator> indicators,
            Function<String, Map<String, BigDecimal>> own) {
        return new Background(
                own.apply(period.yearBefore()),
                within(calendar, period, own),
                carried(calendar, period, indicators, own));
    }

    private static List<Map<String, BigDecimal>> within(
            ReportCalendar calendar, Period period, Function<String, Map<String, BigDecimal>> own) {
        List<Map<String, BigDecimal>> within = new ArrayList<>();
        LocalDate free = period.dataFrom();
        for (Period part : calendar.within(period)) {
            if (!part.dataFrom().isBefore(free)) {
                Map<String, BigDecimal> figures = own.apply(part.period());
                if (!figures.isEmpty()) {
                    within.add(figures);
                    free = part.dataTo().plusDays(1);
                }
            }
        }
        return within;
    }

    /** What the period before left open, by the indicators that begin with it. */
    static Map<String, BigDecimal> carried(
            ReportCalendar calendar,
            Period period,
            List<Indicator> indicators,
            Function<String, Map<String, BigDecimal>> own) {
        Map<String, BigDecimal> carried = new HashMap<>();
        calendar.before(period)
                .map(own)
                .ifPresent(before -> indicators.stream()
                        .filter(indicator -> !indicator.carriedFrom().isEmpty())
                        .forEach(indicator -> left(indicator, before, carried)));
        return carried;
    }

    private static void left(Indicator indicator, Map<String, BigDecimal> before, Map<String, BigDecimal> carried) {
        List<String> codes = indicator.carriedFrom();
        BigDecimal came = Computation.sum(codes.subList(0, codes.size() - 1), before);
        BigDecimal done = before.get(codes.get(codes.size() - 1));
        if (came != null && done != null) {
            carried.put(indicator.code(), came.subtract(done).max(BigDecimal.ZERO));
        }
    }
}
