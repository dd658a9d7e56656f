package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter.Content;
import vn.plancascade.organisation.Scope;
import vn.plancascade.plan.NationalPlan;

/** Some of what a plan closed on, as a mail names them. */
@Component
class UnfinishedDuties {

    private static final int NAMED = 10;

    private final Obligations obligations;
    private final MessageSource messages;

    UnfinishedDuties(Obligations obligations, MessageSource messages) {
        this.obligations = obligations;
        this.messages = messages;
    }

    /** The first ones by the names of their units. */
    List<Content.Row> rows(NationalPlan plan, Locale locale) {
        ObligationQuery open = new ObligationQuery(
                plan.id(), null, null, null, null, Set.of(ObligationState.notAccomplished), null, null, "unitName");
        return obligations.search(open, Scope.ALL, new PageRequest(0, NAMED)).items().stream()
                .map(duty -> new Content.Row(
                        duty.unitName(),
                        "/obligations/" + duty.id(),
                        duty.dueAt() == null ? "" : VietnamTime.text(duty.lastDay()),
                        what(duty, locale),
                        daysLate(duty, plan)))
                .toList();
    }

    /** Until its document, or until the plan closed; from then on nothing is late any more. */
    private static String daysLate(Obligation duty, NationalPlan plan) {
        if (duty.dueAt() == null) {
            return "";
        }
        LocalDate until = duty.documentDate() == null ? VietnamTime.dayOf(plan.closedAt()) : duty.documentDate();
        return Long.toString(Math.max(0, ChronoUnit.DAYS.between(duty.lastDay(), until)));
    }

    private String what(Obligation duty, Locale locale) {
        String period = PeriodText.of(duty, messages, locale);
        String kind = messages.getMessage("dutyKind." + duty.kind(), null, locale);
        return period == null ? kind : kind + ", " + period;
    }
}
