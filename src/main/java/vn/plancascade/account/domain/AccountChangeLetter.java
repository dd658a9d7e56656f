package vn.plancascade.account.domain;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;

/** Tells of a change of somebody's address, password or role: what, by whom and why, and what to do if it is not right. */
@Component
class AccountChangeLetter implements PersonalLetter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    private final PersonEvents events;
    private final Organisation organisation;
    private final MessageSource messages;

    AccountChangeLetter(PersonEvents events, Organisation organisation, MessageSource messages) {
        this.events = events;
        this.organisation = organisation;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return AccountNotices.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Content> write(long mail, Person nobody, Locale locale) {
        return events.ofMail(mail).map(event -> {
            String whose = named(event.login());
            List<String> lines = new ArrayList<>();
            lines.add(text(locale, event.event(), whose, event.detail() == null ? "" : event.detail()));
            lines.add(text(
                    locale,
                    event.actor() == null ? "byToken" : "by",
                    event.actor() == null ? whose : named(event.actor()),
                    MOMENT.format(event.at().atZone(VietnamTime.ZONE))));
            if (event.reason() != null) {
                lines.add(text(locale, "reason", event.reason()));
            }
            lines.add(text(locale, "not"));
            return new Content(text(locale, "subject", whose), lines, null, null);
        });
    }

    private String named(String login) {
        return organisation.person(login).map(Person::fullName).orElse(login) + " (" + login + ")";
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.account.change." + key, values, locale);
    }
}
