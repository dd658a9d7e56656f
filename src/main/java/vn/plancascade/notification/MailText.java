package vn.plancascade.notification;

/**
 * How the mails of one rung are worded in one language.
 *
 * @param locale {@code vi} or {@code en}
 * @param subject on one line, with {@link MailPlaceholder}s in braces
 * @param opening the section's first paragraph, the same way
 * @param changed whether an administrator has changed it
 */
public record MailText(Rung rung, String locale, String subject, String opening, boolean changed) {}
