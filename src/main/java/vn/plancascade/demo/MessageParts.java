package vn.plancascade.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.demo.DemoMail.Attachment;

/** Collects a message's parts, however they are nested. */
final class MessageParts {

    private final DemoFiles files;
    private String text = "";
    private String html = "";
    private final List<Attachment> attachments = new ArrayList<>();

    MessageParts(DemoFiles files) {
        this.files = files;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    void read(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            String sha256 = DemoFiles.keptAs(part).orElseThrow();
            attachments.add(new Attachment(
                    MimeUtility.decodeText(part.getFileName()),
                    files.find(sha256).orElseThrow().length,
                    sha256));
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
