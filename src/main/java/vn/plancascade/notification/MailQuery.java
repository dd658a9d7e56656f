package vn.plancascade.notification;

/**
 * Filters of the list of mails; null means any.
 *
 * @param recipient a login, or a part of the name or the address
 */
public record MailQuery(MailState state, String recipient) {}
