package vn.plancascade.report.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.plancascade.kernel.VietnameseNumber;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;

/** Reads what a unit sent for its indicators, whatever else has to hold for it. Findings name {@code figures.<code>}. */
final class FigureReading {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("999999999999");
    private static final int LONGEST_WORDS = 4000;

    private final ReportDraft draft;
    private final List<Violation> wrong = new ArrayList<>();
    private final Set<String> blank = new LinkedHashSet<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    private FigureReading(ReportDraft draft) {
        this.draft = draft;
    }

    /** All that is entered; what is blank and required is wrong. */
    static FigureReading of(List<Indicator> indicators, ReportDraft draft) {
        FigureReading reading = ofFilled(indicators, draft);
        reading.blank.forEach(code -> reading.wrong.add(new Violation(field(code), "figure.blank")));
        return reading;
    }

    /** What has been filled in; what is blank may be filled in later. */
    static FigureReading ofFilled(List<Indicator> indicators, ReportDraft draft) {
        FigureReading reading = new FigureReading(draft);
        reading.refuseUnknown(indicators);
        indicators.stream().filter(Indicator::isEntered).forEach(reading::read);
        return reading;
    }

    List<Violation> wrong() {
        return wrong;
    }

    /** Codes of what has to be filled in and is not. */
    Set<String> blank() {
        return blank;
    }

    Map<String, BigDecimal> values() {
        return values;
    }

    /** What was entered for indicators that are texts. */
    Map<String, String> words() {
        return words;
    }

    private void refuseUnknown(List<Indicator> indicators) {
        Map<String, Indicator> known =
                indicators.stream().collect(Collectors.toMap(Indicator::code, Function.identity(), (one, two) -> two));
        draft.figures().forEach((code, value) -> {
            if (isBlank(value)) {
                // Says nothing.
                return;
            }
            if (!known.containsKey(code)) {
                wrong.add(new Violation(field(code), "figure.unknown", code));
            } else if (!known.get(code).isEntered()) {
                wrong.add(new Violation(field(code), "figure.computed", code));
            }
        });
    }

    private void read(Indicator indicator) {
        JsonNode sent = draft.figures().get(indicator.code());
        if (isBlank(sent)) {
            if (indicator.required() && !draft.nothingToReport()) {
                blank.add(indicator.code());
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
            wrong(indicator, "type");
        } else if (sent.textValue().length() > LONGEST_WORDS) {
            wrong(indicator, "tooLong", LONGEST_WORDS);
        } else {
            words.put(indicator.code(), sent.textValue().strip());
        }
    }

    private void yesNo(Indicator indicator, JsonNode sent) {
        String said = sent.asText().strip().toLowerCase(Locale.ROOT);
        boolean yes = said.equals("true") || said.equals("có");
        if (!yes && !said.equals("false") && !said.equals("không")) {
            wrong(indicator, "figure.yesNo");
        } else {
            values.put(indicator.code(), yes ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }

    private void number(Indicator indicator, JsonNode sent) {
        BigDecimal value = sent.isNumber()
                ? sent.decimalValue()
                : sent.isTextual() ? VietnameseNumber.parse(sent.textValue()) : null;
        if (value == null) {
            wrong(indicator, "figure.number");
        } else if (value.signum() < 0) {
            wrong(indicator, "figure.negative");
        } else if (value.compareTo(MOST) > 0) {
            wrong(indicator, "figure.tooLarge");
        } else if (value.stripTrailingZeros().scale() > indicator.decimals()) {
            wrongScale(indicator);
        } else if (indicator.type() == Type.percentage && value.compareTo(HUNDRED) > 0) {
            wrong(indicator, "figure.over100");
        } else {
            values.put(indicator.code(), value);
        }
    }

    private void wrongScale(Indicator indicator) {
        if (indicator.decimals() == 0) {
            wrong(indicator, "figure.whole");
        } else {
            wrong(indicator, "figure.decimals", indicator.decimals());
        }
    }

    private void wrong(Indicator indicator, String code, Object... args) {
        wrong.add(new Violation(field(indicator.code()), code, args));
    }

    static String field(String code) {
        return "figures." + code;
    }
}
