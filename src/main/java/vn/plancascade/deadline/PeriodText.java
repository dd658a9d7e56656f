package vn.plancascade.deadline;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Periods in words: 2023-H1 is "6 tháng đầu năm 2023", 2023 alone the year. */
public final class PeriodText {

    private PeriodText() {}

    /** The period of a report; null for a sub-plan, which is the plan's year's own. */
    public static String of(Obligation duty, MessageSource messages, Locale locale) {
        return duty.kind() == DutyKind.subPlan ? null : of(duty.period(), messages, locale);
    }

    public static String of(String code, MessageSource messages, Locale locale) {
        int dash = code.indexOf('-');
        String named = dash < 0
                ? messages.getMessage("period.Y", new Object[] {code}, locale)
                : messages.getMessage(
                        "period." + code.substring(dash + 1), new Object[] {code.substring(0, dash)}, null, locale);
        return named == null ? messages.getMessage("period.other", new Object[] {code}, locale) : named;
    }
}
