package vn.plancascade.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.notification.domain.ToldReader;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;

/** Writes one mail that is due and hands it to the server. */
@Component
class Postman {

    private final MailQueue queue;
    private final ToldReader notices;
    private final Organisation organisation;
    private final LetterWriter writer;
    private final PersonalWriter personalWriter;
    private final LetterLayout layout;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            MailQueue queue,
            ToldReader notices,
            Organisation organisation,
            LetterWriter writer,
            PersonalWriter personalWriter,
            LetterLayout layout,
            MailSettings settings,
            Clock clock) {
        this.queue = queue;
        this.notices = notices;
        this.organisation = organisation;
        this.writer = writer;
        this.personalWriter = personalWriter;
        this.layout = layout;
        this.settings = settings;
        this.clock = clock;
    }

    Delivery deliver(QueuedMail mail, LongFunction<PlanTerms> plans, SmtpConnection connection) {
        Person person = organisation.person(mail.recipient()).orElseThrow();
        Letter letter;
        String messageId;
        if (mail.kind() == null) {
            List<Told> told = notices.of(mail.id());
            Reader reader = Reader.of(person, organisation.actor(person.login()));
            letter = writer.write(reader, told, mail.locale(), plans);
            messageId = MessageId.of(mail.recipient(), told, settings.messageIdDomain());
        } else {
            Optional<Letter> personal = personalWriter.write(mail, person);
            if (personal.isEmpty()) {
                return new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("overtaken"));
            }
            letter = personal.get();
            messageId = MessageId.of(mail.recipient(), mail.kind(), mail.id(), settings.messageIdDomain());
        }
        queue.sending(mail.id(), letter.subject(), messageId);
        if (mail.address() == null || mail.address().isBlank()) {
            return new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("noAddress"));
        }
        if (!Mailbox.isValid(mail.address())) {
            return new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("address", mail.address()));
        }
        try {
            InternetAddress to =
                    new InternetAddress(mail.address(), Names.line(person.fullName()), StandardCharsets.UTF_8.name());
            return connection.send(message(connection, to, letter, mail.locale(), messageId), to);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new IllegalStateException("Mail " + mail.id() + " could not be written", unwritable);
        }
    }

    private MimeMessage message(
            SmtpConnection connection, InternetAddress to, Letter letter, String language, String messageId)
            throws MessagingException {
        MimeMessage message = connection.newMessage();
        Locale locale = Locale.forLanguageTag(language);
        MimeMessageHelper helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from().orElseThrow());
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(layout.text(letter, locale), layout.html(letter, locale));
        message.setHeader("Content-Language", language);
        // RFC 3834: no answering machine is to answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        // Only now: saving gives every message a new id.
        message.setHeader("Message-ID", messageId);
        return message;
    }
}
