package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Check;
import vn.plancascade.plan.Indicator.Check.Level;

/** Whether one thing that a plan asks of a figure holds. */
final class FigureCheck {

    private final ReportDraft draft;
    private final Background background;

    FigureCheck(ReportDraft draft, Background background) {
        this.draft = draft;
        this.background = background;
    }

    /** @param figures all of the report, those that are computed too */
    boolean holds(Indicator indicator, Check check, BigDecimal value, Map<String, BigDecimal> figures) {
        BigDecimal others = Objects.requireNonNullElse(Computation.sum(check.of(), figures), BigDecimal.ZERO);
        return switch (check.op()) {
            case atMost -> value.compareTo(others.multiply(check.factor())) <= 0;
            case nothingWithout -> value.signum() == 0 || others.signum() != 0;
            // The narrative describes it as well as the comment does.
            case nothing ->
                value.signum() == 0
                        || check.level() == Level.explain && !draft.narrative().isEmpty();
            case yes -> value.signum() != 0 || draft.nothingToReport();
            case target -> value.compareTo(check.factor()) >= 0;
            case within -> value.abs().compareTo(check.factor()) <= 0;
            case lastYear -> isNear(value, background.yearBefore().get(indicator.code()), check.factor());
        };
    }

    /** Where either is nothing there is no telling how many times as much it is. */
    private static boolean isNear(BigDecimal value, BigDecimal before, BigDecimal factor) {
        return before == null
                || before.signum() == 0
                || value.signum() == 0
                || value.compareTo(before.multiply(factor)) <= 0 && before.compareTo(value.multiply(factor)) <= 0;
    }
}
