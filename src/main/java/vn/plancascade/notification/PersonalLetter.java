package vn.plancascade.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.plancascade.organisation.Person;

/** Writes a kind of mail that tells of no duty, at the moment at which it is sent: what it holds is stored nowhere else. */
public interface PersonalLetter {

    /** As {@code mail.kind} names it. */
    String kind();

    /** Whether the reader waits for it, so that administrators are to see that there was nothing left to say. */
    default boolean isAwaited() {
        return false;
    }

    /**
     * @param mail id of the mail
     * @param person null where the mail goes to an address that is nobody's here
     * @return empty if there is nothing to say any more; the mail is then dropped, or given up where it is awaited
     */
    Optional<Content> write(long mail, Person person, Locale locale);

    /**
     * @param opening its paragraphs
     * @param facts label and value
     * @param rows duties, as a table
     * @param buttonText null where the reader has nothing to do here
     * @param buttonPath where the one link leads, from the product's root
     */
    record Content(
            String subject,
            List<String> opening,
            List<Fact> facts,
            List<Row> rows,
            String buttonText,
            String buttonPath,
            List<Attachment> attachments) {

        public Content(String subject, List<String> opening, String buttonText, String buttonPath) {
            this(subject, opening, buttonText, buttonPath, List.of());
        }

        public Content(
                String subject,
                List<String> opening,
                String buttonText,
                String buttonPath,
                List<Attachment> attachments) {
            this(subject, opening, List.of(), List.of(), buttonText, buttonPath, attachments);
        }

        public record Fact(String label, String value, boolean pressing) {}

        /** @param path where the unit's name leads, from the product's root */
        public record Row(String unit, String path, String deadline, String state, String late) {}
    }
}
