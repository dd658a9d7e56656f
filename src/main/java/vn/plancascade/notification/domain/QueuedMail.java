package vn.plancascade.notification.domain;

/**
 * A mail that is due, claimed by whoever sends it.
 *
 * @param recipient login, one of those who share the mailbox; null where it goes to an address that is nobody's here
 * @param kind of a {@link vn.plancascade.notification.PersonalLetter}, or null for a mail made of notices
 */
public record QueuedMail(long id, String recipient, String address, String locale, int attempts, String kind) {}
