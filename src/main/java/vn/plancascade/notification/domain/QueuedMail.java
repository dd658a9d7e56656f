package vn.plancascade.notification.domain;

/**
 * A mail that is due, locked until the transaction ends.
 *
 * @param recipient login; null where it goes to an address that is nobody's here
 * @param kind of a {@link vn.plancascade.notification.PersonalLetter}, or null for a mail made of notices
 */
public record QueuedMail(long id, String recipient, String address, String locale, int attempts, String kind) {}
