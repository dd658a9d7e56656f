package vn.plancascade.notification.domain;

import java.util.ArrayList;
import java.util.List;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.notification.MailPlaceholder;

/** What must hold for the wording that an administrator gives to a mail. */
final class MailTextRules {

    private static final int SUBJECT = 300;
    private static final int OPENING = 2000;

    private MailTextRules() {}

    /**
     * @return subject and opening as they are kept
     * @throws InvalidInput naming {@code subject} and {@code opening}
     */
    static Checked check(String subject, String opening) {
        List<Violation> wrong = new ArrayList<>();
        String cleanSubject = checked("subject", subject, SUBJECT, wrong);
        String cleanOpening = checked("opening", opening, OPENING, wrong);
        if (cleanSubject != null && !Names.line(cleanSubject).equals(cleanSubject)) {
            wrong.add(new Violation("subject", "controlCharacter"));
        }
        InvalidInput.throwIfAny(wrong);
        return new Checked(cleanSubject, cleanOpening);
    }

    record Checked(String subject, String opening) {}

    private static String checked(String field, String text, int longest, List<Violation> wrong) {
        String clean = Names.clean(text);
        if (clean == null) {
            wrong.add(new Violation(field, "required"));
        } else if (clean.length() > longest) {
            wrong.add(new Violation(field, "tooLong", longest));
        } else {
            MailPlaceholder.mistake(clean)
                    .ifPresent(mistake ->
                            wrong.add(new Violation(field, "mail.placeholder", mistake, MailPlaceholder.known())));
        }
        return clean;
    }
}
