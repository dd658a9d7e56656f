package vn.plancascade.plan.domain;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;

/** Tells those whose turn it is that an amendment waits for them; not sent any more once it has gone on. */
@Component
class AmendmentNews implements PersonalLetter {

    private static final String KIND = "amendmentWaits";

    private final AmendmentRepository amendments;
    private final PlanRepository plans;
    private final Organisation organisation;
    private final ApprovalRounds rounds;
    private final PersonalMails mails;
    private final MessageSource messages;

    AmendmentNews(
            AmendmentRepository amendments,
            PlanRepository plans,
            Organisation organisation,
            ApprovalRounds rounds,
            PersonalMails mails,
            MessageSource messages) {
        this.amendments = amendments;
        this.plans = plans;
        this.organisation = organisation;
        this.rounds = rounds;
        this.mails = mails;
        this.messages = messages;
    }

    /** Of an issued one its drafters and the plan's inspectors hear; the units hear of what they owe by it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Amendment amendment, NationalPlan plan) {
        List<String> logins = told(amendment.state()).stream()
                .flatMap(role -> organisation.holders(role, unit(role, plan)).stream())
                .map(Person::login)
                .distinct()
                .toList();
        if (!logins.isEmpty()) {
            mails.send(logins, KIND, amendment.id() + ":" + amendment.state());
        }
    }

    private static List<Role> told(PlanState state) {
        return switch (state) {
            case draft -> List.of(Role.ministryDrafter);
            case awaitingApproval -> List.of(Role.ministryLeader);
            case awaitingIssue -> List.of(Role.clerk, Role.ministryDrafter);
            case issued -> List.of(Role.ministryDrafter, Role.ministryLeader, Role.inspector);
            case withdrawn, closed -> List.of();
        };
    }

    private static String unit(Role role, NationalPlan plan) {
        return role == Role.inspector ? TermsOfPlans.focalUnit(plan) : plan.unitCode();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public java.util.Optional<Content> write(long mail, Person person, Locale locale) {
        String[] about = mails.about(mail).orElseThrow().split(":");
        return amendments
                .find(Long.parseLong(about[0]))
                .filter(one -> one.state() == PlanState.valueOf(about[1]))
                .map(one -> content(one, locale));
    }

    private Content content(Amendment amendment, Locale locale) {
        NationalPlan plan = plans.get(amendment.planId());
        String state = "." + amendment.state();
        Object[] values = {plan.content().documentNumber(), plan.content().subject(), amendment.documentNumber()};
        List<String> opening = new java.util.ArrayList<>(List.of(text(locale, "opening" + state, values)));
        if (amendment.state() == PlanState.draft) {
            rounds.latest(amendment.subject())
                    .map(Round::comment)
                    .ifPresent(comment -> opening.add(text(locale, "comment", comment)));
        }
        return new Content(
                text(locale, "subject" + state, values),
                opening,
                text(locale, amendment.state() == PlanState.issued ? "see" : "button"),
                amendment.state() == PlanState.issued ? "/plans/" + plan.id() : "/");
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.amendmentWaits." + key, values, locale);
    }
}
