package vn.plancascade.followup.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Asks the administrators to enter the days off of the Tết that comes; not sent any more once they have. */
@Component
public class DaysOffLetter implements PersonalLetter {

    private static final String KIND = "daysOff";

    private final Holidays holidays;
    private final Organisation organisation;
    private final PersonalMails mails;
    private final MessageSource messages;
    private final Clock clock;

    DaysOffLetter(
            Holidays holidays, Organisation organisation, PersonalMails mails, MessageSource messages, Clock clock) {
        this.holidays = holidays;
        this.organisation = organisation;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void send() {
        mails.send(
                organisation.holders(Role.administrator).stream()
                        .map(Person::login)
                        .toList(),
                KIND);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person person, Locale locale) {
        return holidays.undecidedTet(VietnamTime.dayOf(clock.instant())).map(tet -> content(tet, locale));
    }

    private Content content(LocalDate tet, Locale locale) {
        String year = Integer.toString(tet.getYear());
        return new Content(
                text(locale, "subject", year),
                List.of(text(locale, "opening", year, VietnamTime.text(tet)), text(locale, "meanwhile")),
                text(locale, "button"),
                "/calendar?year=" + year);
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.daysOff." + key, values, locale);
    }
}
