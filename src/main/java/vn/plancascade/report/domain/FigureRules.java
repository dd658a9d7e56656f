package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Check;
import vn.plancascade.plan.Indicator.Check.Level;
import vn.plancascade.plan.Indicator.Type;

/** Says what is wrong with the figures that a unit sent, or has to be explained. */
final class FigureRules {

    private final ReportDraft draft;
    private final Background background;
    private final List<Violation> wrong = new ArrayList<>();
    private final List<Violation> toExplain = new ArrayList<>();

    /** @param words what was entered for indicators that are texts */
    record Entered(Map<String, BigDecimal> values, Map<String, String> words) {}

    private FigureRules(ReportDraft draft, Background background) {
        this.draft = draft;
        this.background = background;
    }

    /**
     * The figures as they are stored.
     *
     * @param computed values that the product knows itself, such as whether the unit has issued its sub-plan
     * @throws InvalidInput naming {@code figures.<code>} for each that is wrong, or needs a comment and has none
     */
    static Entered check(
            List<Indicator> indicators, ReportDraft draft, Map<String, BigDecimal> computed, Background background) {
        FigureReading reading = FigureReading.of(indicators, draft);
        InvalidInput.throwIfAny(reading.wrong());
        Map<String, BigDecimal> values = new HashMap<>(reading.values());
        values.putAll(computed);
        FigureRules rules = new FigureRules(draft, background);
        rules.compare(indicators, Computation.complete(indicators, values, background.yearBefore()));
        new PersonRules(draft, rules.wrong, rules.toExplain).check(reading.words());
        InvalidInput.throwIfAny(rules.wrong);
        if (draft.comment() == null) {
            InvalidInput.throwIfAny(rules.toExplain);
        }
        return new Entered(values, reading.words());
    }

    /** The figures of a draft as far as they can be read, for looking at it. */
    static Map<String, BigDecimal> readable(List<Indicator> indicators, ReportDraft draft) {
        return FigureReading.of(indicators, draft).values();
    }

    /**
     * Refuses what has been filled in and is wrong; what is blank may be filled in later.
     *
     * @throws InvalidInput naming {@code figures.<code>} for each
     */
    static void checkFilled(List<Indicator> indicators, ReportDraft draft) {
        InvalidInput.throwIfAny(FigureReading.ofFilled(indicators, draft).wrong());
    }

    private void compare(List<Indicator> indicators, Map<String, BigDecimal> figures) {
        for (Indicator indicator : indicators) {
            indicator.checks().forEach(check -> check(indicator, check, figures));
            flows(indicator, figures.get(indicator.code()));
            carried(indicator, figures.get(indicator.code()));
        }
    }

    private void check(Indicator indicator, Check check, Map<String, BigDecimal> figures) {
        BigDecimal value = figures.get(indicator.code());
        // A short form lacks some of what is compared with.
        if (value == null
                || !figures.keySet().containsAll(check.of())
                || new FigureCheck(draft, background).holds(indicator, check, value, figures)) {
            return;
        }
        (check.level() == Level.error ? wrong : toExplain)
                .add(new Violation(
                        field(indicator),
                        "figure." + check.level() + "." + check.op(),
                        String.join(" + ", check.of()),
                        text(check.factor())));
    }

    /** What happened in the parts of a period happened in it. */
    private void flows(Indicator indicator, BigDecimal value) {
        if (!indicator.flow() || !indicator.isEntered() || value == null || indicator.type() != Type.number) {
            return;
        }
        BigDecimal parts = background.within().stream()
                .map(part -> part.get(indicator.code()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (value.compareTo(parts) < 0) {
            wrong.add(new Violation(field(indicator), "figure.lessThanParts", text(parts)));
        }
    }

    private void carried(Indicator indicator, BigDecimal value) {
        BigDecimal left = background.carried().get(indicator.code());
        if (left != null && value != null && left.compareTo(value) != 0) {
            toExplain.add(new Violation(field(indicator), "figure.carried", text(left)));
        }
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String field(Indicator indicator) {
        return FigureReading.field(indicator.code());
    }
}
