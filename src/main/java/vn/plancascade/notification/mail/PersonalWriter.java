package vn.plancascade.notification.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.organisation.Person;

/** Lays what other rooms write to one person out as a letter like any other. */
@Component
class PersonalWriter {

    private final Map<String, PersonalLetter> letters;
    private final MessageSource messages;
    private final MailSettings settings;

    PersonalWriter(List<PersonalLetter> letters, MessageSource messages, MailSettings settings) {
        this.letters = letters.stream().collect(Collectors.toMap(PersonalLetter::kind, Function.identity()));
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * Empty if there is nothing to say any more.
     *
     * @param person null where the mail goes to an address that is nobody's here
     */
    Optional<Letter> write(QueuedMail mail, Person person) {
        Locale locale = Locale.forLanguageTag(mail.locale());
        return letters.get(mail.kind()).write(mail.id(), person, locale).map(content -> {
            String salutation = person == null
                    ? messages.getMessage("mail.salutation.outside", null, locale)
                    : messages.getMessage(
                            "mail.salutation.person", new Object[] {Names.line(person.fullName())}, locale);
            Letter.Section section = new Letter.Section(
                    content.subject(),
                    content.opening().stream().map(Names::line).toList(),
                    content.facts().stream()
                            .map(fact -> new Letter.Fact(fact.label(), Names.line(fact.value()), fact.pressing()))
                            .toList(),
                    List.of(),
                    content.rows().stream().map(this::row).toList(),
                    List.of(),
                    content.buttonText() == null
                            ? null
                            : new Letter.Link(content.buttonText(), settings.link(content.buttonPath())),
                    List.of());
            return new Letter(
                    Names.line(content.subject()), List.of(salutation), List.of(section), content.attachments());
        });
    }

    /** Whether somebody waits for mails of the kind. */
    boolean isAwaited(QueuedMail mail) {
        return letters.get(mail.kind()).isAwaited();
    }

    private Letter.Row row(PersonalLetter.Content.Row row) {
        return new Letter.Row(
                Names.line(row.unit()), settings.link(row.path()), row.deadline(), row.state(), row.late());
    }
}
