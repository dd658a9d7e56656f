package vn.plancascade.organisation;

/**
 * A person who can log in.
 *
 * @param locale language of mails and pages, {@code vi} or {@code en}
 * @param enabled false: no login, no rights, whatever roles are left
 */
public record Person(String login, String fullName, String email, String locale, boolean enabled) {}
