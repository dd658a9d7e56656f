package vn.plancascade.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.plancascade.demo.DemoMail.Attachment;
import vn.plancascade.kernel.VietnamTime;

/** Reads what the demo's mail server has taken. */
@Component
@Profile("demo")
class DemoMailbox {

    private static final Comparator<StoredMessage> ARRIVAL =
            Comparator.comparing(StoredMessage::getReceivedDate).thenComparingLong(StoredMessage::getUid);

    private final GreenMail server;
    private final DemoFiles files;

    DemoMailbox(GreenMail server, DemoFiles files) {
        this.server = server;
        this.files = files;
    }

    /** What came with a mail, by its SHA-256. */
    Optional<byte[]> file(String sha256) {
        return files.find(sha256);
    }

    /** The newest mails, oldest of them first. */
    List<DemoMail> newest(int n) {
        return read(all().sorted(ARRIVAL.reversed()).limit(n).sorted(ARRIVAL).toList());
    }

    /** The mails of exactly this address, newest last. */
    List<DemoMail> of(String address) {
        return read(users().filter(user -> user.getEmail().equalsIgnoreCase(address))
                .flatMap(this::messages)
                .sorted(ARRIVAL)
                .toList());
    }

    /** Addresses that hold the text, each with how many mails it was sent, by address. */
    List<Inbox> inboxes(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return users().filter(user -> user.getEmail().toLowerCase(Locale.ROOT).contains(wanted))
                .map(user -> new Inbox(user.getEmail(), (int) messages(user).count()))
                .filter(inbox -> inbox.mails() > 0)
                .sorted(Comparator.comparing(Inbox::address))
                .toList();
    }

    record Inbox(String address, int mails) {}

    private Stream<GreenMailUser> users() {
        Collection<GreenMailUser> users = server.getUserManager().listUser();
        return users.stream();
    }

    private Stream<StoredMessage> all() {
        return users().flatMap(this::messages);
    }

    private Stream<StoredMessage> messages(GreenMailUser user) {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        try {
            MailFolder inbox = folders.getInbox(user);
            return inbox == null ? Stream.empty() : inbox.getMessages().stream();
        } catch (FolderException noFolder) {
            throw new IllegalStateException(noFolder);
        }
    }

    private List<DemoMail> read(List<StoredMessage> messages) {
        return messages.stream().map(message -> read(message.getMimeMessage())).toList();
    }

    private DemoMail read(MimeMessage message) {
        try {
            InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            Parts parts = new Parts();
            parts.read(message);
            return new DemoMail(
                    to.getAddress(),
                    message.getSubject(),
                    VietnamTime.offset(message.getSentDate().toInstant()),
                    parts.text,
                    parts.html,
                    parts.attachments);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Collects a message's parts, however they are nested. */
    private final class Parts {

        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                String sha256 = DemoFiles.keptAs(part).orElseThrow();
                attachments.add(new Attachment(
                        MimeUtility.decodeText(part.getFileName()), file(sha256).orElseThrow().length, sha256));
            } else if (part.getContent() instanceof MimeMultipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart inner = many.getBodyPart(i);
                    read(inner);
                }
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            } else if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            }
        }
    }
}
