package vn.plancascade.notification;

import java.time.OffsetDateTime;

/**
 * One thing that one person is told of one duty.
 *
 * @param recipient login
 * @param unitName as it was when the duty was given
 * @param occurrence the due date or the round, so that what may come again is told again
 * @param state waiting, sent, dead, or dropped because it was no longer true when it could have been sent
 * @param mail id of the mail that tells it; null until there is one
 * @param sentAt when that mail was sent, or null
 * @param mailError why that mail's last attempt failed, in the reader's language, or null
 */
public record Notice(
        long id,
        long obligation,
        String unitCode,
        String unitName,
        String period,
        Rung rung,
        String occurrence,
        String recipient,
        String recipientName,
        String channel,
        String state,
        OffsetDateTime createdAt,
        Long mail,
        OffsetDateTime sentAt,
        String mailError) {}
