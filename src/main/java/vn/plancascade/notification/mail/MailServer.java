package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The operator's mail server, if there is one, and for how long it is left alone after it failed. */
@Component
class MailServer {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5));

    /** Unless it is named, the mail API looks through the whole class path for it, some ten times a message. */
    private static final String STREAMS = "jakarta.mail.util.StreamProvider";

    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    private final JavaMailSenderImpl server;
    private final boolean configured;
    private final Duration sendLimit;
    private final Clock clock;

    private int failures;
    private Instant restsUntil = Instant.MIN;

    MailServer(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings, Clock clock) {
        this.server = server.getIfAvailable();
        this.configured = this.server != null
                && StringUtils.hasText(this.server.getHost())
                && settings.from().isPresent();
        this.sendLimit = settings.sendLimit();
        this.clock = clock;
        if (configured) {
            this.server.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
        }
    }

    boolean configured() {
        return configured;
    }

    SmtpConnection connection() {
        return new SmtpConnection(server, sendLimit);
    }

    /** Until when nothing is to be tried; empty if it may be. */
    synchronized Optional<Instant> restsUntil() {
        return Optional.of(restsUntil).filter(until -> until.isAfter(clock.instant()));
    }

    /** It failed: longer pauses the more often it does. Returns when it may be tried again. */
    synchronized Instant failed() {
        restsUntil = clock.instant().plus(PAUSES.get(Math.min(failures, PAUSES.size() - 1)));
        failures++;
        return restsUntil;
    }

    synchronized void worked() {
        failures = 0;
        restsUntil = Instant.MIN;
    }
}
