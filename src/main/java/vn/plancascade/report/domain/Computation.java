package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Computed;

/** What follows from entered figures, on a unit's own or on sums of many: ratios are always ratios of sums. */
final class Computation {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Computation() {}

    /**
     * The figures with those that are computed, in the indicators' order. What cannot be computed (nothing below the line,
     * nothing a year before) is null.
     *
     * @param yearBefore the same period's figures of the year before
     */
    static Map<String, BigDecimal> complete(
            List<Indicator> indicators, Map<String, BigDecimal> entered, Map<String, BigDecimal> yearBefore) {
        Map<String, BigDecimal> before = yearBefore.isEmpty() ? yearBefore : complete(indicators, yearBefore, Map.of());
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        Map<String, BigDecimal> known = new HashMap<>(entered);
        for (Indicator indicator : indicators) {
            String code = indicator.code();
            boolean stored = indicator.isEntered() || indicator.computed().how() == Computed.How.subPlanIssued;
            BigDecimal value = stored ? entered.get(code) : computed(indicator.computed(), known, before);
            all.put(code, value);
            known.put(code, value);
        }
        return all;
    }

    private static BigDecimal computed(
            Computed computed, Map<String, BigDecimal> entered, Map<String, BigDecimal> yearBefore) {
        return switch (computed.how()) {
            case sum -> sum(computed.of(), entered);
            case ratio -> percent(sum(computed.of(), entered), sum(computed.by(), entered));
            case change -> {
                BigDecimal now = sum(computed.of(), entered);
                BigDecimal before = sum(computed.of(), yearBefore);
                yield now == null || before == null ? null : percent(now.subtract(before), before);
            }
            case subPlanIssued -> null;
        };
    }

    /** Null where none of them is there. */
    static BigDecimal sum(List<String> codes, Map<String, BigDecimal> figures) {
        BigDecimal sum = null;
        for (String code : codes) {
            BigDecimal value = figures.get(code);
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
