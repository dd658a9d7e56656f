package vn.plancascade.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Writes mails that are due. */
@Component
class Postman {

    private final MailQueue queue;
    private final LetterFacts facts;
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
            LetterFacts facts,
            Organisation organisation,
            LetterWriter writer,
            PersonalWriter personalWriter,
            LetterLayout layout,
            Papers papers,
            Documents documents,
            MailSettings settings,
            Clock clock) {
        this.queue = queue;
        this.facts = facts;
        this.organisation = organisation;
        this.writer = writer;
        this.personalWriter = personalWriter;
        this.layout = layout;
        this.papers = papers;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /** One of the mails, or the database, is not as it should be; whose fault that is stands in the cause. */
    static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<QueuedMail> mails;

        Unwritable(List<QueuedMail> mails, Exception cause) {
            super(cause);
            this.mails = mails;
        }

        List<QueuedMail> mails() {
            return mails;
        }
    }

    /**
     * Writes the mails, in their order; the server is not asked.
     *
     * @throws Unwritable if any of them cannot be written
     */
    List<Outgoing> write(List<QueuedMail> mails, Pass pass) {
        try {
            LetterFacts.Facts read = facts.of(mails.stream()
                    .filter(mail -> mail.kind() == null)
                    .map(QueuedMail::id)
                    .toList());
            List<Long> empty = new ArrayList<>();
            List<MailQueue.Named> named = new ArrayList<>();
            List<Outgoing> written = new ArrayList<>();
            for (QueuedMail mail : mails) {
                pass.giveWay();
                Optional<Content> content = mail.kind() == null ? told(mail, read, pass) : personal(mail);
                if (content.isPresent()) {
                    named.add(new MailQueue.Named(
                            mail.id(),
                            content.get().letter().subject(),
                            content.get().messageId()));
                    written.add(addressed(mail, content.get(), pass));
                } else if (mail.kind() != null && personalWriter.isAwaited(mail)) {
                    // A link that was asked for and holds no longer is shown to administrators; other news that is none
                    // is let go.
                    written.add(refused(mail, MailFailure.of("overtaken")));
                } else {
                    empty.add(mail.id());
                    written.add(Outgoing.decided(mail, Delivery.DROPPED));
                }
            }
            if (!empty.isEmpty()) {
                queue.drop(empty);
            }
            if (!named.isEmpty()) {
                queue.sending(named);
            }
            return written;
        } catch (RuntimeException | MessagingException fault) {
            throw new Unwritable(mails, fault);
        }
    }

    /** @param names of those who read it */
    private record Content(Letter letter, String messageId, List<String> names) {}

    private Optional<Content> told(QueuedMail mail, LetterFacts.Facts read, Pass pass) {
        List<Told> told = read.told().get(mail.id());
        if (told == null) {
            return Optional.empty();
        }
        Reader reader = read.readerOf(told);
        return Optional.of(new Content(
                writer.write(reader, told, mail.locale(), pass::terms, planDocuments(told, reader, read, pass), read),
                MessageId.of(reader.logins(), told, settings.messageIdDomain()),
                reader.names()));
    }

    private Optional<Content> personal(QueuedMail mail) {
        Person person = mail.recipient() == null
                ? null
                : organisation.person(mail.recipient()).orElseThrow();
        return personalWriter
                .write(mail, person)
                .map(letter -> new Content(
                        letter,
                        MessageId.of(
                                person == null ? mail.address() : person.login(),
                                mail.kind(),
                                mail.id(),
                                settings.messageIdDomain()),
                        person == null ? List.of() : List.of(person.fullName())));
    }

    private Outgoing addressed(QueuedMail mail, Content content, Pass pass) throws MessagingException {
        if (mail.address() == null || mail.address().isBlank()) {
            return refused(mail, MailFailure.of("noAddress"));
        }
        InternetAddress to = address(mail, content.names());
        return to == null
                ? refused(mail, MailFailure.of("address", mail.address()))
                : new Outgoing(
                        mail,
                        message(pass.connection, to, content.letter(), mail.locale(), content.messageId()),
                        to,
                        null);
    }

    private static Outgoing refused(QueuedMail mail, MailFailure why) {
        return Outgoing.decided(mail, new Delivery(Delivery.Outcome.REFUSED, why));
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
    private List<Attachment> planDocuments(List<Told> told, Reader reader, LetterFacts.Facts read, Pass pass) {
        return told.stream()
                .filter(Told::bringsThePlan)
                .filter(one -> registers(reader, one.duty().unitCode(), read))
                .map(one -> one.duty().planId())
                .distinct()
                .sorted()
                .flatMap(plan -> pass.document(plan, this::planDocument).stream())
                .toList();
    }

    private static boolean registers(Reader reader, String unit, LetterFacts.Facts read) {
        return reader.holds(Role.clerk, unit)
                || (reader.holds(Role.head, unit) && !read.withClerk().contains(unit));
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
