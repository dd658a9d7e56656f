package vn.plancascade.notification.domain;

/** A mail that is due, locked until the transaction ends. */
public record QueuedMail(long id, String recipient, String address, String locale, int attempts) {}
