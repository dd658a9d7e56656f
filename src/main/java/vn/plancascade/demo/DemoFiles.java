package vn.plancascade.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.plancascade.kernel.Sha256;

/**
 * Keeps a file that comes with thousands of mails once. The demo's mail server holds all mails in memory, and a whole
 * country's first mails bring the same plan: what is delivered refers to it.
 */
final class DemoFiles implements MessageDeliveryHandler {

    private static final String KEPT_AS = "X-Demo-File";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final MessageDeliveryHandler usual;

    /** @param usual who finds the mailbox of an address */
    DemoFiles(MessageDeliveryHandler usual) {
        this.usual = usual;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress address) throws MessagingException, UserException {
        try {
            message.setMimeMessage(referring(message.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return usual.handle(message, address);
    }

    private MimeMessage referring(MimeMessage message) throws MessagingException, IOException {
        if (!(message.getContent() instanceof MimeMultipart parts)) {
            return message;
        }
        boolean changed = false;
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.getFileName() != null && part.getHeader(KEPT_AS) == null) {
                MimeBodyPart reference = new MimeBodyPart();
                byte[] content = part.getInputStream().readAllBytes();
                String sha256 = Sha256.of(content);
                files.putIfAbsent(sha256, content);
                reference.setText(sha256);
                reference.setHeader("Content-Type", part.getContentType());
                reference.setFileName(part.getFileName());
                reference.setDisposition(Part.ATTACHMENT);
                reference.setHeader(KEPT_AS, sha256);
                parts.removeBodyPart(i);
                parts.addBodyPart(reference, i);
                changed = true;
            }
        }
        if (changed) {
            String id = message.getMessageID();
            message.setContent(parts);
            message.saveChanges();
            message.setHeader("Message-ID", id);
        }
        return message;
    }

    /** The SHA-256 of what an attachment refers to. */
    static Optional<String> keptAs(Part part) throws MessagingException {
        String[] kept = part.getHeader(KEPT_AS);
        return Optional.ofNullable(kept).map(values -> values[0]);
    }

    Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }
}
