package vn.plancascade.deadline;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Periods in words: 2023-H1 is "6 tháng đầu năm 2023". */
public final class PeriodText {

    private PeriodText() {}

    public static String of(String code, MessageSource messages, Locale locale) {
        int dash = code.indexOf('-');
        String named = dash < 0
                ? null
                : messages.getMessage(
                        "period." + code.substring(dash + 1), new Object[] {code.substring(0, dash)}, null, locale);
        return named == null ? messages.getMessage("period.other", new Object[] {code}, locale) : named;
    }
}
