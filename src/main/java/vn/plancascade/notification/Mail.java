package vn.plancascade.notification;

import java.time.OffsetDateTime;

/**
 * One mail to one person, about everything that the person was to be told at the time.
 *
 * @param recipient login; null where the mail goes to an address that is nobody's here
 * @param recipientName null with it
 * @param address where it goes; null if the person has none
 * @param subject as it was last tried or sent; null before the first attempt
 * @param attempts how often the server was asked to take it
 * @param lastError why the last attempt failed, in the reader's language; null if it did not
 * @param nextAttemptAt null unless it waits
 */
public record Mail(
        long id,
        String recipient,
        String recipientName,
        String address,
        String locale,
        String subject,
        MailState state,
        int attempts,
        String lastError,
        OffsetDateTime nextAttemptAt,
        OffsetDateTime createdAt,
        OffsetDateTime sentAt) {}
