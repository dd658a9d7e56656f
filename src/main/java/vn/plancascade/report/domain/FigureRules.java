package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
    private final Set<String> unread;
    private final List<Violation> wrong = new ArrayList<>();
    private final List<Violation> toExplain = new ArrayList<>();

    /** @param words what was entered for indicators that are texts */
    record Entered(Map<String, BigDecimal> values, Map<String, String> words) {}

    /**
     * What a draft says by now.
     *
     * @param figures as far as they can be read, with what follows from them
     * @param wrong what would be refused, but for what is still blank
     * @param toExplain what would be refused without a comment
     * @param blank codes of what has to be filled in and is not
     */
    record Standing(
            Map<String, BigDecimal> figures, List<Violation> wrong, List<Violation> toExplain, Set<String> blank) {}

    private FigureRules(ReportDraft draft, Background background, Set<String> unread) {
        this.draft = draft;
        this.background = background;
        this.unread = unread;
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
        FigureRules rules = compared(indicators, draft, reading, computed, background);
        List<Violation> found = new ArrayList<>(reading.wrong());
        found.addAll(rules.wrong);
        if (draft.comment() == null) {
            found.addAll(rules.toExplain);
        }
        InvalidInput.throwIfAny(found);
        return new Entered(with(reading.values(), computed), reading.words());
    }

    /** The same for a draft that is still being written. */
    static Standing standing(
            List<Indicator> indicators, ReportDraft draft, Map<String, BigDecimal> computed, Background background) {
        FigureReading reading = FigureReading.ofFilled(indicators, draft);
        FigureRules rules = compared(indicators, draft, reading, computed, background);
        List<Violation> wrong = new ArrayList<>(reading.wrong());
        wrong.addAll(rules.wrong);
        return new Standing(
                Computation.complete(indicators, with(reading.values(), computed), background.yearBefore()),
                wrong,
                draft.comment() == null ? rules.toExplain : List.of(),
                reading.blank());
    }

    private static FigureRules compared(
            List<Indicator> indicators,
            ReportDraft draft,
            FigureReading reading,
            Map<String, BigDecimal> computed,
            Background background) {
        FigureRules rules = new FigureRules(draft, background, unread(indicators, reading));
        rules.compare(
                indicators,
                Computation.complete(indicators, with(reading.values(), computed), background.yearBefore()));
        new PersonRules(draft, rules.wrong, rules.toExplain).check(reading.words());
        return rules;
    }

    private static Map<String, BigDecimal> with(Map<String, BigDecimal> entered, Map<String, BigDecimal> computed) {
        Map<String, BigDecimal> values = new HashMap<>(entered);
        values.putAll(computed);
        return values;
    }

    /** What cannot be compared with by now, as it has to be filled in or mended first, or follows from such. */
    private static Set<String> unread(List<Indicator> indicators, FigureReading reading) {
        Set<String> unread = new HashSet<>(reading.blank());
        reading.wrong()
                .forEach(wrong -> unread.add(
                        wrong.field().substring(FigureReading.field("").length())));
        for (Indicator indicator : indicators) {
            if (!indicator.isEntered()
                    && Stream.concat(indicator.computed().of().stream(), indicator.computed().by().stream())
                            .anyMatch(unread::contains)) {
                unread.add(indicator.code());
            }
        }
        return unread;
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
                || unread.contains(indicator.code())
                || check.of().stream().anyMatch(unread::contains)
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
