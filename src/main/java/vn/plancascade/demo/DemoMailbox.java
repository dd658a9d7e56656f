package vn.plancascade.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
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
            MessageParts parts = new MessageParts(files);
            parts.read(message);
            return new DemoMail(
                    to.getAddress(),
                    message.getSubject(),
                    VietnamTime.offset(message.getSentDate().toInstant()),
                    parts.text(),
                    parts.html(),
                    parts.attachments());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
