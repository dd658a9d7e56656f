package vn.plancascade.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.demo.DemoMail.Attachment;

/** Collects a message's parts, however they are nested. */
final class MessageParts {

    private final DemoFiles files;
    private String text = "";
    private String html = "";
    private final List<Attachment> attachments = new ArrayList<>();

    /** By the name under which the text refers to them. */
    private final Map<String, String> pictures = new LinkedHashMap<>();

    MessageParts(DemoFiles files) {
        this.files = files;
    }

    String text() {
        return text;
    }

    /** With its pictures in it, so that it can be shown alone. */
    String html() {
        String shown = html;
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            shown = shown.replace("cid:" + picture.getKey(), picture.getValue());
        }
        return shown;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    void read(Part part) throws MessagingException, IOException {
        if (part.isMimeType("image/*") && Part.INLINE.equalsIgnoreCase(part.getDisposition())) {
            String type = new ContentType(part.getContentType()).getBaseType();
            String id = part.getHeader("Content-ID")[0].replaceAll("[<>]", "");
            byte[] content = part.getInputStream().readAllBytes();
            pictures.put(id, "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
        } else if (part.getFileName() != null) {
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
