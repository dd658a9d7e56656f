package vn.plancascade.deadline;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** Periods in words: 2023-H1 is "6 tháng đầu năm 2023", 2023 alone the year. */
public final class PeriodText {

    private PeriodText() {}

    private static final String SUPPLEMENT = "BS";

    /** The code of the period of supplements to sub-plans by a plan's amendment, by the amendment's number in its plan. */
    public static String supplement(int year, int amendment) {
        return year + "-" + SUPPLEMENT + amendment;
    }

    /** Whether a sub-plan of this period supplements the unit's own by what an amendment of the plan has added. */
    public static boolean isSupplement(DutyKind kind, String period) {
        return kind == DutyKind.subPlan && period.indexOf('-') > 0;
    }

    /** As a condition on a row of sub-plans with the column {@code period}: those that are no supplement. */
    public static String notSupplement(String row) {
        return row + ".period not like '%-%'";
    }

    /** The period of a report, or which supplement it is; null for a sub-plan, which is the plan's year's own. */
    public static String of(Obligation duty, MessageSource messages, Locale locale) {
        return duty.kind() == DutyKind.subPlan && !duty.supplement() ? null : of(duty.period(), messages, locale);
    }

    public static String of(String code, MessageSource messages, Locale locale) {
        int dash = code.indexOf('-');
        if (code.startsWith(SUPPLEMENT, dash + 1)) {
            String number = code.substring(dash + 1 + SUPPLEMENT.length());
            return messages.getMessage("period.supplement", new Object[] {number, code.substring(0, dash)}, locale);
        }
        String named = dash < 0
                ? messages.getMessage("period.Y", new Object[] {code}, locale)
                : messages.getMessage(
                        "period." + code.substring(dash + 1), new Object[] {code.substring(0, dash)}, null, locale);
        return named == null ? messages.getMessage("period.other", new Object[] {code}, locale) : named;
    }
}
