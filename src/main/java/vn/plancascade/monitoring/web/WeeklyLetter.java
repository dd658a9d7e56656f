package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Scope;

/** How a plan's documents come in, once a week to leaders of the ministry, with the curve as a picture. Not sent once all are there. */
@Component
class WeeklyLetter implements PersonalLetter {

    static final String KIND = "weekly";

    private static final int WEEK = 7;

    private final DutyFigures figures;
    private final DigestFacts facts;
    private final PersonalMails mails;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final Formats formats;
    private final MessageSource messages;

    WeeklyLetter(
            DutyFigures figures,
            DigestFacts facts,
            PersonalMails mails,
            PlanTermsSource plans,
            Organisation organisation,
            Formats formats,
            MessageSource messages) {
        this.figures = figures;
        this.facts = facts;
        this.mails = mails;
        this.plans = plans;
        this.organisation = organisation;
        this.formats = formats;
        this.messages = messages;
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
        return organisation.actor(person.login()).map(organisation::scopeOf).flatMap(scope -> {
            Measures sum = figures.sum(filter, scope);
            return sum.actual() == sum.expected() ? Optional.empty() : Optional.of(content(filter, scope, sum, locale));
        });
    }

    private Content content(DutyFilter filter, Scope scope, Measures sum, Locale locale) {
        PlanTerms plan = plans.terms(filter.plan());
        String named = facts.named(filter, plan, locale);
        return new Content(
                text(locale, "subject", sum.actual(), sum.expected(), named),
                List.of(text(locale, "opening", named), text(locale, "lines")),
                facts.since(WEEK, filter, scope, sum, plan, locale),
                List.of(),
                messages.getMessage("mail.digest.button", null, locale),
                Address.of("/monitor")
                        .with("plan", filter.plan())
                        .with("kind", filter.kind())
                        .with("period", filter.period())
                        .toString(),
                List.of(picture(figures.curve(filter, scope), locale)));
    }

    private Attachment picture(Curve curve, Locale locale) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locale);
        try {
            return new Attachment(
                    "curve.png",
                    "image/png",
                    CurveImage.png(CurvePicture.of(curve, formats)),
                    text(locale, "picture", curve.issued(), curve.expected()));
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.weekly." + key, values, locale);
    }
}
