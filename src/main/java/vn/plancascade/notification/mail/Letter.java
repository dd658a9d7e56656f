package vn.plancascade.notification.mail;

import java.util.List;
import vn.plancascade.notification.Attachment;

/**
 * A mail's content in its reader's language, ready to be laid out.
 *
 * @param salutation its lines
 * @param attachments files that go with it
 */
record Letter(String subject, List<String> salutation, List<Section> sections, List<Attachment> attachments) {

    /** Those that stand in the mail itself. */
    public List<Attachment> pictures() {
        return attachments.stream().filter(Attachment::isShown).toList();
    }

    /**
     * What is said of one occasion.
     *
     * @param opening its paragraphs
     * @param facts label and value, for a section about one duty
     * @param deadlines each deadline that a table speaks of, with its last day
     * @param rows the duties, where there are several; empty for one
     * @param remarks what goes with single duties: the comment of a return, the reason of a failed delivery
     * @param button the one thing to do, or null where there is nothing
     * @param links other ways in
     */
    record Section(
            String heading,
            List<String> opening,
            List<Fact> facts,
            List<String> deadlines,
            List<Row> rows,
            List<Remark> remarks,
            Link button,
            List<Link> links) {}

    record Fact(String label, String value, boolean pressing) {}

    record Row(String unit, String href, String deadline, String state, String late) {}

    record Remark(String title, List<String> lines) {}

    record Link(String text, String href) {}
}
