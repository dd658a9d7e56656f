package vn.plancascade.plan.domain;

import java.util.List;
import java.util.function.Predicate;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;

/** What must hold for the mailboxes that a plan names. */
final class MailboxRules {

    private static final int MOST_MAILBOXES = 20;

    private MailboxRules() {}

    /** What holds a line break might become a header of a mail; it is refused and not repaired. */
    static void check(String field, String sent, List<Violation> found) {
        if (sent != null && sent.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation(field, "mailbox.control"));
            return;
        }
        List<String> addresses = PlanContent.addresses(sent);
        if (addresses.size() > MOST_MAILBOXES) {
            found.add(new Violation(field, "mailbox.tooMany", MOST_MAILBOXES));
        }
        addresses.stream()
                .filter(Predicate.not(Mailbox::isValid))
                .findFirst()
                .ifPresent(wrong -> found.add(new Violation(field, "mailbox.formOf", wrong)));
    }
}
