package vn.plancascade.notification;

import java.time.OffsetDateTime;

/**
 * One thing that one person is told of one duty.
 *
 * @param recipient login
 * @param occurrence the due date or the round, so that what may come again is told again
 * @param state waiting, sent or dead
 */
public record Notice(
        long id,
        long obligation,
        String unitCode,
        Rung rung,
        String occurrence,
        String recipient,
        String channel,
        String state,
        OffsetDateTime createdAt) {}
