package vn.plancascade.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.notification.domain.ToldReader;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Writes one mail that is due. */
@Component
class Postman {

    private final MailQueue queue;
    private final ToldReader notices;
    private final Organisation organisation;
    private final LetterWriter writer;
    private final PersonalWriter personalWriter;
    private final LetterLayout layout;
    private final Papers papers;
    private final Documents documents;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            MailQueue queue,
            ToldReader notices,
            Organisation organisation,
            LetterWriter writer,
            PersonalWriter personalWriter,
            LetterLayout layout,
            Papers papers,
            Documents documents,
            MailSettings settings,
            Clock clock) {
        this.queue = queue;
        this.notices = notices;
        this.organisation = organisation;
        this.writer = writer;
        this.personalWriter = personalWriter;
        this.layout = layout;
        this.papers = papers;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail of which the product cannot make a message; whose fault that is stands in the cause. */
    static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient QueuedMail mail;

        Unwritable(QueuedMail mail, Exception cause) {
            super(cause);
            this.mail = mail;
        }

        QueuedMail mail() {
            return mail;
        }
    }

    /**
     * Writes the mail; the server is not asked.
     *
     * @throws Unwritable if it cannot be written
     */
    Outgoing write(QueuedMail mail, Pass pass) {
        try {
            return mail.empty() ? Outgoing.decided(mail, Delivery.DROPPED) : written(mail, pass);
        } catch (RuntimeException | MessagingException fault) {
            throw new Unwritable(mail, fault);
        }
    }

    private Outgoing written(QueuedMail mail, Pass pass) throws MessagingException {
        Person person = mail.recipient() == null
                ? null
                : organisation.person(mail.recipient()).orElseThrow();
        Letter letter;
        String messageId;
        InternetAddress to;
        if (mail.kind() == null) {
            List<Told> told = notices.of(mail.id());
            Reader reader = reader(told);
            letter = writer.write(reader, told, mail.locale(), pass::terms, planDocuments(told, reader, pass));
            messageId = MessageId.of(reader.logins(), told, settings.messageIdDomain());
            to = address(mail, reader.names());
        } else {
            Optional<Letter> personal = personalWriter.write(mail, person);
            if (personal.isEmpty()) {
                return Outgoing.decided(mail, empty(mail));
            }
            letter = personal.get();
            messageId = MessageId.of(
                    person == null ? mail.address() : person.login(),
                    mail.kind(),
                    mail.id(),
                    settings.messageIdDomain());
            to = address(mail, person == null ? List.of() : List.of(person.fullName()));
        }
        queue.sending(mail.id(), letter.subject(), messageId);
        if (mail.address() == null || mail.address().isBlank()) {
            return Outgoing.decided(mail, new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("noAddress")));
        }
        if (to == null) {
            return Outgoing.decided(
                    mail, new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("address", mail.address())));
        }
        return new Outgoing(mail, message(pass.connection, to, letter, mail.locale(), messageId), to, null);
    }

    /** A link that was asked for and holds no longer is shown to administrators; other news that is none is let go. */
    private Delivery empty(QueuedMail mail) {
        if (personalWriter.isAwaited(mail)) {
            return new Delivery(Delivery.Outcome.REFUSED, MailFailure.of("overtaken"));
        }
        queue.drop(mail.id());
        return Delivery.DROPPED;
    }

    /** Those whom the notices are for: one person, or all who share the mailbox. */
    private Reader reader(List<Told> told) {
        return Reader.of(told.stream().map(Told::recipient).distinct().sorted().toList().stream()
                .map(login -> new Reader.Somebody(
                        organisation.person(login).orElseThrow(),
                        organisation.actor(login).map(Actor::roles).orElse(List.of())))
                .toList());
    }

    /** Null if it is none; with the reader's name where there is one reader. */
    private static InternetAddress address(QueuedMail mail, List<String> names) {
        if (!Mailbox.isValid(mail.address())) {
            return null;
        }
        try {
            return names.size() == 1
                    ? new InternetAddress(mail.address(), Names.line(names.get(0)), StandardCharsets.UTF_8.name())
                    : new InternetAddress(mail.address());
        } catch (AddressException | UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Mail " + mail.id() + " could not be addressed", impossible);
        }
    }

    /**
     * The first mail of a sub-plan brings the plan that it is to follow to whoever registers what comes in, the unit's clerk,
     * or its head where there is none; to others it brings the link.
     */
    private List<Attachment> planDocuments(List<Told> told, Reader reader, Pass pass) {
        return told.stream()
                .filter(one -> one.rung() == Rung.NEW && one.duty().kind() == DutyKind.subPlan)
                .filter(one -> registers(reader, one.duty().unitCode()))
                .map(one -> one.duty().planId())
                .distinct()
                .sorted()
                .flatMap(plan -> pass.document(plan, this::planDocument).stream())
                .toList();
    }

    private boolean registers(Reader reader, String unit) {
        return reader.holds(Role.clerk, unit) || (reader.holds(Role.head, unit) && !organisation.hasClerk(unit));
    }

    private Optional<Attachment> planDocument(long plan) {
        return papers.of(DocumentKind.nationalPlan.subject(plan)).stream()
                .filter(document -> document.format().equals(DocumentFormat.pdf.name()))
                .findFirst()
                .map(document -> new Attachment(
                        document.fileName(), DocumentFormat.pdf.mediaType(), documents.content(document.id())));
    }

    private MimeMessage message(
            SmtpConnection connection, InternetAddress to, Letter letter, String language, String messageId)
            throws MessagingException {
        MimeMessage message = connection.newMessage();
        Locale locale = Locale.forLanguageTag(language);
        MimeMessageHelper helper = new MimeMessageHelper(
                message,
                letter.attachments().isEmpty()
                        ? MimeMessageHelper.MULTIPART_MODE_RELATED
                        : MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from().orElseThrow());
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(layout.text(letter, locale), layout.html(letter, locale));
        for (Attachment file : letter.attachments()) {
            ByteArrayResource content = new ByteArrayResource(file.content());
            if (file.isShown()) {
                helper.addInline(file.fileName(), content, file.mediaType());
            } else {
                helper.addAttachment(file.fileName(), content, file.mediaType());
            }
        }
        message.setHeader("Content-Language", language);
        // RFC 3834: no answering machine is to answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        // Only now: saving gives every message a new id.
        message.setHeader("Message-ID", messageId);
        return message;
    }
}
