package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Check;
import vn.plancascade.plan.Indicator.Check.Level;
import vn.plancascade.plan.Indicator.Type;

/** Reads the figures that a unit sent, and says what is wrong with them or has to be explained. */
final class FigureRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("999999999999");
    private static final int LONGEST_WORDS = 4000;

    private final List<Indicator> indicators;
    private final ReportDraft draft;
    private final Background background;
    private final List<Violation> wrong = new ArrayList<>();
    private final List<Violation> toExplain = new ArrayList<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    /**
     * What figures are compared with.
     *
     * @param yearBefore the unit's own, of the same period of the year before; empty if there are none
     * @param within the unit's own of periods that lie within this one and do not overlap
     * @param carried what was left open at the end of the period before, by the indicators that begin with it
     */
    record Background(
            Map<String, BigDecimal> yearBefore, List<Map<String, BigDecimal>> within, Map<String, BigDecimal> carried) {

        static final Background NONE = new Background(Map.of(), List.of(), Map.of());
    }

    /** @param words what was entered for indicators that are texts */
    record Entered(Map<String, BigDecimal> values, Map<String, String> words) {}

    private FigureRules(List<Indicator> indicators, ReportDraft draft, Background background) {
        this.indicators = indicators;
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
        return new FigureRules(indicators, draft, background).checked(computed);
    }

    /** The figures of a draft as far as they can be read, for looking at it. */
    static Map<String, BigDecimal> readable(List<Indicator> indicators, ReportDraft draft) {
        FigureRules rules = new FigureRules(indicators, draft, Background.NONE);
        indicators.stream().filter(Indicator::isEntered).forEach(rules::read);
        return rules.values;
    }

    /**
     * Refuses what has been filled in and is wrong; what is blank may be filled in later.
     *
     * @throws InvalidInput naming {@code figures.<code>} for each
     */
    static void checkFilled(List<Indicator> indicators, ReportDraft draft) {
        FigureRules rules = new FigureRules(indicators, draft, Background.NONE);
        rules.refuseUnknown();
        indicators.stream()
                .filter(indicator ->
                        indicator.isEntered() && !isBlank(draft.figures().get(indicator.code())))
                .forEach(rules::read);
        InvalidInput.throwIfAny(rules.wrong);
    }

    private Entered checked(Map<String, BigDecimal> computed) {
        refuseUnknown();
        indicators.stream().filter(Indicator::isEntered).forEach(this::read);
        InvalidInput.throwIfAny(wrong);
        Map<String, BigDecimal> all = new HashMap<>(values);
        all.putAll(computed);
        Map<String, BigDecimal> complete = Computation.complete(indicators, all, background.yearBefore());
        for (Indicator indicator : indicators) {
            indicator.checks().forEach(check -> check(indicator, check, complete));
            flows(indicator, complete.get(indicator.code()));
            carried(indicator, complete.get(indicator.code()));
        }
        texts();
        InvalidInput.throwIfAny(wrong);
        if (draft.comment() == null) {
            InvalidInput.throwIfAny(toExplain);
        }
        values.putAll(computed);
        return new Entered(values, words);
    }

    private void refuseUnknown() {
        Set<String> entered = new HashSet<>();
        Set<String> known = new HashSet<>();
        indicators.forEach(indicator -> {
            known.add(indicator.code());
            if (indicator.isEntered()) {
                entered.add(indicator.code());
            }
        });
        draft.figures().forEach((code, value) -> {
            if (isBlank(value)) {
                // Says nothing.
                return;
            }
            if (!known.contains(code)) {
                wrong.add(new Violation(field(code), "figure.unknown", code));
            } else if (!entered.contains(code)) {
                wrong.add(new Violation(field(code), "figure.computed", code));
            }
        });
    }

    private void read(Indicator indicator) {
        JsonNode sent = draft.figures().get(indicator.code());
        if (isBlank(sent)) {
            if (indicator.required() && !draft.nothingToReport()) {
                wrong.add(new Violation(field(indicator), "figure.blank"));
            } else if (indicator.type() != Type.text && draft.nothingToReport()) {
                values.put(indicator.code(), BigDecimal.ZERO);
            }
            return;
        }
        switch (indicator.type()) {
            case text -> text(indicator, sent);
            case yesNo -> yesNo(indicator, sent);
            case number, percentage -> number(indicator, sent);
        }
    }

    private static boolean isBlank(JsonNode sent) {
        return sent == null
                || sent.isNull()
                || sent.isTextual() && sent.textValue().isBlank();
    }

    private void text(Indicator indicator, JsonNode sent) {
        if (!sent.isTextual()) {
            wrong.add(new Violation(field(indicator), "type"));
        } else if (sent.textValue().length() > LONGEST_WORDS) {
            wrong.add(new Violation(field(indicator), "tooLong", LONGEST_WORDS));
        } else {
            words.put(indicator.code(), sent.textValue().strip());
        }
    }

    private void yesNo(Indicator indicator, JsonNode sent) {
        String said = sent.asText().strip().toLowerCase(Locale.ROOT);
        boolean yes = said.equals("true") || said.equals("có");
        if (!yes && !said.equals("false") && !said.equals("không")) {
            wrong.add(new Violation(field(indicator), "figure.yesNo"));
        } else {
            values.put(indicator.code(), yes ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }

    private void number(Indicator indicator, JsonNode sent) {
        BigDecimal value = sent.isNumber()
                ? sent.decimalValue()
                : sent.isTextual() ? VietnameseNumber.parse(sent.textValue()) : null;
        if (value == null) {
            wrong.add(new Violation(field(indicator), "figure.number"));
        } else if (value.signum() < 0) {
            wrong.add(new Violation(field(indicator), "figure.negative"));
        } else if (value.compareTo(MOST) > 0) {
            wrong.add(new Violation(field(indicator), "figure.tooLarge"));
        } else if (value.stripTrailingZeros().scale() > indicator.decimals()) {
            wrong.add(
                    indicator.decimals() == 0
                            ? new Violation(field(indicator), "figure.whole")
                            : new Violation(field(indicator), "figure.decimals", indicator.decimals()));
        } else if (indicator.type() == Type.percentage && value.compareTo(HUNDRED) > 0) {
            wrong.add(new Violation(field(indicator), "figure.over100"));
        } else {
            values.put(indicator.code(), value);
        }
    }

    private void check(Indicator indicator, Check check, Map<String, BigDecimal> figures) {
        BigDecimal value = figures.get(indicator.code());
        // A short form lacks some of what is compared with.
        if (value == null || !figures.keySet().containsAll(check.of())) {
            return;
        }
        BigDecimal others = Objects.requireNonNullElse(Computation.sum(check.of(), figures), BigDecimal.ZERO);
        boolean holds =
                switch (check.op()) {
                    case atMost -> value.compareTo(others.multiply(check.factor())) <= 0;
                    case nothingWithout -> value.signum() == 0 || others.signum() != 0;
                    // The narrative describes it as well as the comment does.
                    case nothing ->
                        value.signum() == 0
                                || check.level() == Level.explain
                                        && !draft.narrative().isEmpty();
                    case yes -> value.signum() != 0 || draft.nothingToReport();
                    case target -> value.compareTo(check.factor()) >= 0;
                    case within -> value.abs().compareTo(check.factor()) <= 0;
                    case lastYear -> isNear(value, background.yearBefore().get(indicator.code()), check.factor());
                };
        if (!holds) {
            (check.level() == Level.error ? wrong : toExplain)
                    .add(new Violation(
                            field(indicator),
                            "figure." + check.level() + "." + check.op(),
                            String.join(" + ", check.of()),
                            check.factor().stripTrailingZeros().toPlainString()));
        }
    }

    /** Where either is nothing there is no telling how many times as much it is. */
    private static boolean isNear(BigDecimal value, BigDecimal before, BigDecimal factor) {
        return before == null
                || before.signum() == 0
                || value.signum() == 0
                || value.compareTo(before.multiply(factor)) <= 0 && before.compareTo(value.multiply(factor)) <= 0;
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
            wrong.add(new Violation(
                    field(indicator),
                    "figure.lessThanParts",
                    parts.stripTrailingZeros().toPlainString()));
        }
    }

    private void carried(Indicator indicator, BigDecimal value) {
        BigDecimal left = background.carried().get(indicator.code());
        if (left != null && value != null && left.compareTo(value) != 0) {
            toExplain.add(new Violation(
                    field(indicator),
                    "figure.carried",
                    left.stripTrailingZeros().toPlainString()));
        }
    }

    private void texts() {
        ReportDraft.Narrative.PARTS.forEach(
                part -> text("narrative." + part, draft.narrative().part(part)));
        words.forEach((code, text) -> text(field(code), text));
        for (int i = 0; i < draft.progress().size(); i++) {
            text("progress[" + i + "].note", draft.progress().get(i).note());
        }
        text("comment", draft.comment());
    }

    private void text(String field, String text) {
        if (Identities.holdsNumber(text)) {
            wrong.add(new Violation(field, "report.identityNumber"));
        } else if (Identities.seemsToNamePerson(text) && !draft.confirmed()) {
            // What is in the comment cannot be confirmed by it.
            (field.equals("comment") ? wrong : toExplain).add(new Violation(field, "report.identityName"));
        }
    }

    private static String field(Indicator indicator) {
        return field(indicator.code());
    }

    private static String field(String code) {
        return "figures." + code;
    }
}
