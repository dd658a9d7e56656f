package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter.Content;
import vn.plancascade.organisation.Scope;

/** What digests have in common: what they are about, and the figures beside those of some days ago. */
@Component
class DigestFacts {

    private final DutyFigures figures;
    private final MessageSource messages;
    private final Clock clock;

    DigestFacts(DutyFigures figures, MessageSource messages, Clock clock) {
        this.figures = figures;
        this.messages = messages;
        this.clock = clock;
    }

    String named(DutyFilter filter, PlanTerms plan, Locale locale) {
        return filter.kind() == DutyKind.subPlan
                ? text(locale, "ofPlan", plan.documentNumber())
                : text(locale, "ofReports", plan.documentNumber(), PeriodText.of(filter.period(), messages, locale));
    }

    List<Content.Fact> since(int days, DutyFilter filter, Scope scope, Measures now, PlanTerms plan, Locale locale) {
        LocalDate then = VietnamTime.dayOf(clock.instant()).minusDays(days);
        Measures before = then.isBefore(plan.documentDate())
                ? Measures.NONE
                : figures.sum(
                        new DutyFilter(filter.plan(), filter.kind(), filter.period(), then, filter.organisation()),
                        scope);
        return List.of(
                fact(locale, days, "expected", now.expected(), before.expected(), false),
                fact(locale, days, "actual", now.actual(), before.actual(), false),
                fact(locale, days, "onTime", now.actualOnTime(), before.actualOnTime(), false),
                fact(locale, days, "overdue", now.overdue(), before.overdue(), true));
    }

    private Content.Fact fact(Locale locale, int days, String key, long now, long before, boolean pressing) {
        boolean daily = days == 1;
        String value = now == before
                ? text(locale, daily ? "same" : "sameOfWeek", now)
                : text(locale, daily ? "changed" : "changedOfWeek", now, signed(now - before));
        return new Content.Fact(text(locale, key), value, pressing);
    }

    private static String signed(long change) {
        return change > 0 ? "+" + change : Long.toString(change).replace('-', '−');
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.digest." + key, values, locale);
    }
}
