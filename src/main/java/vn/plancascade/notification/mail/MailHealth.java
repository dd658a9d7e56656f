package vn.plancascade.notification.mail;

import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.plancascade.notification.MailBacklog;
import vn.plancascade.notification.domain.SendingGate;

/** How much mail waits and for how long, as details for administrators; slow mail makes nothing else ill. */
@Component("mailBacklog")
class MailHealth implements HealthIndicator {

    private final MailDispatcher dispatcher;
    private final MailServer server;
    private final SendingGate gate;
    private final Clock clock;

    MailHealth(MailDispatcher dispatcher, MailServer server, SendingGate gate, Clock clock) {
        this.dispatcher = dispatcher;
        this.server = server;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Health health() {
        MailBacklog backlog = dispatcher.backlog();
        return Health.up()
                .withDetail("serverConfigured", server.configured())
                .withDetail("sending", gate.wasOn())
                .withDetail("waiting", backlog.waiting())
                .withDetail("oldestWaitingSeconds", backlog.age(clock.instant()).toSeconds())
                .build();
    }
}
