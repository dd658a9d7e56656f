package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Function;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;

/** Figures as people read them. */
public final class FigureText {

    private FigureText() {}

    /**
     * A number as the language writes it, yes or no in words; a count where it is a sum; empty where there is none.
     *
     * @param own whether it is one unit's
     * @param words the texts by their key
     */
    public static String of(
            Indicator indicator, BigDecimal value, boolean own, Locale locale, Function<String, String> words) {
        if (value == null) {
            return "";
        }
        if (own && indicator.type() == Type.yesNo) {
            return words.apply(value.signum() == 0 ? "report.no" : "report.yes");
        }
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(locale));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
