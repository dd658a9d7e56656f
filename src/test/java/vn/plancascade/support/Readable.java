package vn.plancascade.support;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A message as it went over the line, read as its reader sees it. */
public final class Readable {

    private Readable() {}

    public static String text(String message) {
        try {
            MimeMessage read =
                    new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
            return text(read.getContent());
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof MimeMultipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i).getContent()));
            }
            return all.toString();
        }
        return content.toString();
    }
}
