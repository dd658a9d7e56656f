package vn.plancascade.kernel;

import java.util.regex.Pattern;

/**
 * Addresses of electronic mail that the product is ready to send to: the common, unquoted form of RFC 5321 in ASCII, with a
 * domain that has a dot. Rarer forms are refused rather than passed on to a server that may read them differently.
 */
public final class Mailbox {

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String TOP_LABEL = "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,58}[A-Za-z0-9])";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + TOP_LABEL);

    private Mailbox() {}

    public static boolean isValid(String address) {
        return address != null
                && address.length() <= MAX_LENGTH
                && address.indexOf('@') <= MAX_LOCAL_PART
                && FORM.matcher(address).matches();
    }

    /** @throws InvalidInput naming the field, if there is an address and it is no mailbox */
    public static void check(String field, String address) {
        if (address != null && !isValid(address)) {
            throw new InvalidInput(field, "mailbox.form");
        }
    }
}
