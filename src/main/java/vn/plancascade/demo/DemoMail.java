package vn.plancascade.demo;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A mail that the demo's server has taken.
 *
 * @param date by the product's clock
 */
record DemoMail(
        String to, String subject, OffsetDateTime date, String text, String html, List<Attachment> attachments) {

    /** @param sha256 under which {@code /demo/mail/files/{sha256}} gives it out */
    record Attachment(String name, int size, String sha256) {}
}
