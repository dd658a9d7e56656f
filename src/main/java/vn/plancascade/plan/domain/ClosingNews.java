package vn.plancascade.plan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.plan.NationalPlan;

/** Tells the people of a plan's focal unit, who see all units within their plan, how it ended; those whose own work was closed hear of that by a notice. */
@Component
class ClosingNews implements PersonalLetter {

    private static final String KIND = "planClosed";

    private final PlanRepository plans;
    private final DutyFigures figures;
    private final UnfinishedDuties unfinished;
    private final Organisation organisation;
    private final PersonalMails mails;
    private final MessageSource messages;

    ClosingNews(
            PlanRepository plans,
            DutyFigures figures,
            UnfinishedDuties unfinished,
            Organisation organisation,
            PersonalMails mails,
            MessageSource messages) {
        this.plans = plans;
        this.figures = figures;
        this.unfinished = unfinished;
        this.organisation = organisation;
        this.mails = mails;
        this.messages = messages;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NationalPlan plan) {
        String focal = TermsOfPlans.focalUnit(plan);
        List<String> logins = Stream.of(Role.inspector, Role.focalContact, Role.head, Role.drafter)
                .flatMap(role -> organisation.holders(role, focal).stream())
                .map(Person::login)
                .distinct()
                .toList();
        if (!logins.isEmpty()) {
            mails.send(logins, KIND, Long.toString(plan.id()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        NationalPlan plan = plans.get(Long.parseLong(mails.about(mail).orElseThrow()));
        long open = 0;
        List<Content.Fact> facts = new ArrayList<>();
        for (DutyKind kind : DutyKind.values()) {
            Measures sum = figures.sum(DutyFilter.now(plan.id(), kind, null), Scope.ALL);
            open += sum.notAccomplished();
            if (sum.expected() > 0) {
                facts.add(new Content.Fact(
                        messages.getMessage("dutyKind." + kind, null, locale),
                        said(sum, locale),
                        sum.notAccomplished() > 0));
            }
        }
        List<Content.Row> rows = unfinished.rows(plan, locale);
        String number = plan.content().documentNumber();
        List<String> opening = new ArrayList<>(
                List.of(text(locale, "opening", number, plan.content().subject())));
        opening.add(rows.isEmpty() ? text(locale, "all") : text(locale, "named", rows.size(), open));
        return Optional.of(new Content(
                text(locale, "subject", number, open),
                opening,
                facts,
                rows,
                text(locale, "button"),
                open == 0
                        ? "/plans/" + plan.id()
                        : "/obligations?plan=" + plan.id() + "&state=" + ObligationState.notAccomplished,
                List.of()));
    }

    /** What was issued and taken over by nobody is both: its document is there, and it was not accomplished. */
    private String said(Measures sum, Locale locale) {
        long untaken = sum.actual() + sum.notAccomplished() - sum.expected();
        String said = text(
                locale,
                "figures",
                sum.expected(),
                sum.actual(),
                sum.actualOnTime(),
                sum.notAccomplished(),
                sum.byState().getOrDefault(ObligationState.waived, 0L));
        return untaken > 0 ? said + text(locale, "untaken", untaken) : said;
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.planClosed." + key, values, locale);
    }
}
