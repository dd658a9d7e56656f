package vn.plancascade.followup.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Person;

/** Reminds an inspector of all follow-ups that wait; not sent any more once they are done. */
@Component
public class FollowUpLetter implements PersonalLetter {

    private static final String KIND = "followUp";

    private final FollowUpCases cases;
    private final FollowUpReader reader;
    private final PlanTermsSource plans;
    private final PersonalMails mails;
    private final MessageSource messages;
    private final Clock clock;

    FollowUpLetter(
            FollowUpCases cases,
            FollowUpReader reader,
            PlanTermsSource plans,
            PersonalMails mails,
            MessageSource messages,
            Clock clock) {
        this.cases = cases;
        this.reader = reader;
        this.plans = plans;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    /** One mail, however many of the inspector's follow-ups have waited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String inspector) {
        mails.send(List.of(inspector), KIND);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        List<Watched> waiting = cases.waitingFor(person.login());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add(text(locale, "opening", waiting.size()));
        waiting.forEach(watched -> lines.add(text(
                locale,
                "line",
                named(watched, locale),
                reader.given(watched, person.login(), clock.instant()).size())));
        return Optional.of(new Content(text(locale, "subject", waiting.size()), lines, text(locale, "button"), "/"));
    }

    /** The plan and, of reports, the period: what a follow-up is called beside others. */
    public String named(Watched watched, Locale locale) {
        String plan = text(locale, "plan", plans.terms(watched.planId()).documentNumber());
        return watched.kind() == DutyKind.subPlan
                ? plan
                : text(locale, "period." + watched.kind(), plan, PeriodText.of(watched.period(), messages, locale));
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.followUp." + key, values, locale);
    }
}
