package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.followup.MorningDigest;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Scope;

/**
 * The inspectors' digest of a working morning, one a plan and period: figures, what has changed since yesterday, the ten worst,
 * and the whole list as a workbook where it is short. Read when it is sent, so that it says what is true then.
 */
@Component
class DigestLetter implements PersonalLetter, MorningDigest {

    private static final String KIND = "digest";
    private static final int WORST = 10;

    private final DigestReaders readers;
    private final DutyFigures figures;
    private final DigestFacts facts;
    private final Obligations obligations;
    private final DigestWorkbook workbook;
    private final PersonalMails mails;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    DigestLetter(
            DigestReaders readers,
            DutyFigures figures,
            DigestFacts facts,
            Obligations obligations,
            DigestWorkbook workbook,
            PersonalMails mails,
            PlanTermsSource plans,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.readers = readers;
        this.figures = figures;
        this.facts = facts;
        this.obligations = obligations;
        this.workbook = workbook;
        this.mails = mails;
        this.plans = plans;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    /** The ministry's own report is one duty and no list. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(long planId, DutyKind kind, String period) {
        if (kind != DutyKind.reportCycle) {
            mails.send(readers.of(planId, kind, period), KIND, planId + ":" + kind + ":" + period);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendWeekly(long planId, DutyKind kind, String period) {
        if (kind != DutyKind.reportCycle) {
            mails.send(readers.leaders(), WeeklyLetter.KIND, planId + ":" + kind + ":" + period);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        String[] about = mails.about(mail).orElseThrow().split(":", 3);
        DutyFilter filter = DutyFilter.now(Long.valueOf(about[0]), DutyKind.valueOf(about[1]), about[2]);
        Scope scope =
                organisation.actor(person.login()).map(organisation::scopeOf).orElse(new Scope(false, Set.of()));
        Measures sum = figures.sum(filter, scope);
        return sum.overdue() == 0 ? Optional.empty() : Optional.of(content(filter, scope, sum, locale));
    }

    private Content content(DutyFilter filter, Scope scope, Measures sum, Locale locale) {
        PlanTerms plan = plans.terms(filter.plan());
        String named = facts.named(filter, plan, locale);
        ObligationQuery overdue = new ObligationQuery(
                filter.plan(), filter.kind(), filter.period(), null, null, null, true, null, "-daysLate");
        Optional<Attachment> list = workbook.of(overdue, scope, sum.overdue(), named, locale);
        List<String> opening = new ArrayList<>(List.of(text(locale, "opening", sum.overdue(), named)));
        opening.add(text(locale, list.isPresent() ? "attached" : "linked", Math.min(WORST, sum.overdue())));
        return new Content(
                text(locale, "subject", sum.overdue(), named),
                opening,
                facts.since(1, filter, scope, sum, plan, locale),
                obligations.watch(overdue, scope, new PageRequest(0, WORST)).items().stream()
                        .map(duty -> row(duty, locale))
                        .toList(),
                text(locale, "button"),
                Address.of("/monitor")
                        .with("plan", filter.plan())
                        .with("kind", filter.kind())
                        .with("period", filter.period())
                        .toString(),
                list.stream().toList());
    }

    private Content.Row row(WatchedDuty watched, Locale locale) {
        Obligation duty = watched.duty();
        return new Content.Row(
                duty.unitName(),
                "/obligations/" + duty.id(),
                VietnamTime.text(duty.lastDay()),
                messages.getMessage("step." + WorkStep.of(duty), null, locale),
                Long.toString(duty.daysLate(clock.instant())));
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.digest." + key, values, locale);
    }
}
