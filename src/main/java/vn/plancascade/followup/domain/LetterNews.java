package vn.plancascade.followup.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.LetterState;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Tells those whose turn it is that a chasing letter waits for them; not sent any more once it has gone on. */
@Component
public class LetterNews implements PersonalLetter {

    private static final String KIND = "letterWaits";

    private final LetterTable table;
    private final LetterUnits units;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final PersonalMails mails;
    private final MessageSource messages;

    LetterNews(
            LetterTable table,
            LetterUnits units,
            PlanTermsSource plans,
            Organisation organisation,
            PersonalMails mails,
            MessageSource messages) {
        this.table = table;
        this.units = units;
        this.plans = plans;
        this.organisation = organisation;
        this.mails = mails;
        this.messages = messages;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ChasingLetter letter) {
        List<String> logins = turn(letter).stream()
                .flatMap(role -> organisation.holders(role, letter.unit()).stream())
                .map(Person::login)
                .distinct()
                .toList();
        if (!logins.isEmpty()) {
            mails.send(logins, KIND, letter.id() + ":" + letter.state());
        }
    }

    private static Optional<Role> turn(ChasingLetter letter) {
        return switch (letter.state()) {
            case draft -> Optional.of(Role.inspector);
            case awaitingApproval -> Optional.of(Role.head);
            case awaitingIssue -> Optional.of(Role.clerk);
            case issued, discarded -> Optional.empty();
        };
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        String[] about = mails.about(mail).orElseThrow().split(":");
        return table.find(Long.parseLong(about[0]))
                .filter(letter -> letter.state() == LetterState.valueOf(about[1]))
                .map(letter -> content(letter, locale));
    }

    private Content content(ChasingLetter letter, Locale locale) {
        int count = units.of(letter.id()).size();
        String plan = plans.terms(letter.plan()).documentNumber();
        String state = "." + letter.state();
        List<String> opening = letter.comment() == null
                ? List.of(text(locale, "opening" + state, count, plan))
                : List.of(text(locale, "opening" + state, count, plan), text(locale, "comment", letter.comment()));
        return new Content(text(locale, "subject" + state, count, plan), opening, text(locale, "button"), "/");
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.letterWaits." + key, values, locale);
    }
}
