package vn.plancascade.notification.domain;

import vn.plancascade.kernel.Names;

/**
 * Why an attempt failed: a key of the message bundles ({@code mail.failure.<code>}) and what the server said, if it spoke.
 * Kept as one text, so that it is read in each reader's language.
 */
public record MailFailure(String code, String said) {

    private static final int MAX_LENGTH = 900;

    public static MailFailure of(String code) {
        return new MailFailure(code, "");
    }

    public static MailFailure of(String code, String said) {
        String line = Names.line(said);
        return new MailFailure(code, line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line);
    }

    /** The failure as it was kept, or null. */
    public static MailFailure read(String kept) {
        if (kept == null) {
            return null;
        }
        int blank = kept.indexOf(' ');
        return blank < 0
                ? new MailFailure(kept, "")
                : new MailFailure(kept.substring(0, blank), kept.substring(blank + 1));
    }

    public String kept() {
        return said.isEmpty() ? code : code + " " + said;
    }

    public String key() {
        return "mail.failure." + code;
    }
}
