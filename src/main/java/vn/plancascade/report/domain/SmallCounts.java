package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;

/** Counts so small that they would tell of whom: for the unit itself and for those who take its report over. */
final class SmallCounts {

    private SmallCounts() {}

    static boolean isSmall(Indicator indicator, BigDecimal value) {
        return indicator.hideBelow() != null
                && value != null
                && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(indicator.hideBelow())) < 0;
    }

    /** What is read in the place of a small count. */
    static String below(Indicator indicator) {
        return "<" + indicator.hideBelow();
    }

    /** Whether the actor is one of those who may know all that the report says. */
    static boolean mayKnow(Actor actor, ReportRow report) {
        return report.isConsolidation()
                || actor.units().contains(report.unitCode())
                || actor.units().contains(report.superiorCode());
    }

    /** Codes of the figures that are kept from others. */
    static List<String> in(List<Indicator> indicators, Map<String, BigDecimal> own, Map<String, BigDecimal> totals) {
        return indicators.stream()
                .filter(indicator -> isSmall(indicator, own.get(indicator.code()))
                        || isSmall(indicator, totals.get(indicator.code())))
                .map(Indicator::code)
                .toList();
    }
}
