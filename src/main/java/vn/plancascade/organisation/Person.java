package vn.plancascade.organisation;

import java.util.regex.Pattern;

/**
 * A person who can log in.
 *
 * @param phone as those who watch over others may call it, or null
 * @param locale language of mails and pages, {@code vi} or {@code en}
 * @param enabled false: no login, no rights, whatever roles are left
 */
public record Person(String login, String fullName, String email, String locale, boolean enabled, String phone) {

    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ().-]{4,38}");

    /** Of somebody whose number is not known. */
    public Person(String login, String fullName, String email, String locale, boolean enabled) {
        this(login, fullName, email, locale, enabled, null);
    }

    /** Whether it can be a telephone number, with its country or without. */
    public static boolean isPhone(String text) {
        return text != null && PHONE.matcher(text).matches();
    }
}
