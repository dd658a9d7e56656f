package vn.plancascade.notification;

import java.time.Duration;
import java.time.Instant;

/**
 * What waits to be mailed.
 *
 * @param waiting mails, those that are yet to be made of notices included
 * @param oldest since when the one that has waited longest does; null if none waits
 */
public record MailBacklog(long waiting, Instant oldest) {

    /** How long the oldest has been waiting; zero if none is. */
    public Duration age(Instant now) {
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
