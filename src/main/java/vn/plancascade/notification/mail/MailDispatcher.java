package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.engine.DueWork;
import vn.plancascade.notification.MailBacklog;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.OneLevelUp;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.notification.domain.SendingGate;

/**
 * Sends what waits, over a few connections beside each other. A mail is claimed and written in one transaction,
 * handed to the server in none, and what became of it is written in another: nobody else sends it while the claim lasts, and
 * only a crash in between sends it again when the claim has run out, under the same Message-ID.
 */
@Component
@Order(10)
public class MailDispatcher implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);

    /** After each attempt that may be repeated; after the last one the mail is given up. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final int BATCH = 200;

    /** Beyond the time that the server may take: for writing the mail before and its answer after. */
    private static final Duration CLAIM_BEYOND = Duration.ofMinutes(2);

    private final MailQueue queue;
    private final OneLevelUp oneLevelUp;
    private final Postman postman;
    private final MailServer server;
    private final MailSettings settings;
    private final MailsHeld held;
    private final SendingGate gate;
    private final PlanTermsSource plans;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String me = UUID.randomUUID().toString();

    /** What the server has answered and the database would not take down: written before anything else is sent. */
    private final Map<Long, Answered> unwritten = new ConcurrentSkipListMap<>();

    private volatile boolean stopping;
    private volatile MailBacklog backlog = new MailBacklog(0, null);

    MailDispatcher(
            MailQueue queue,
            OneLevelUp oneLevelUp,
            Postman postman,
            MailServer server,
            MailSettings settings,
            MailsHeld held,
            SendingGate gate,
            PlanTermsSource plans,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.oneLevelUp = oneLevelUp;
        this.postman = postman;
        this.server = server;
        this.settings = settings;
        this.held = held;
        this.gate = gate;
        this.plans = plans;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empty while there is no server to send over, or nothing may be sent: nothing comes due then. */
    @Override
    public Optional<Instant> nextDue() {
        if (!server.configured() || !gate.isOn()) {
            return Optional.empty();
        }
        Instant rests = server.restsUntil().orElse(Instant.MIN);
        return queue.nextDue().map(due -> due.isBefore(rests) ? rests : due);
    }

    /** One pass at a time; whoever comes meanwhile waits and finds what is left. What a long pass leaves is the next one's. */
    @Override
    public synchronized int runDue() {
        if (!server.configured() || server.restsUntil().isPresent() || !gate.isOn()) {
            look();
            return 0;
        }
        int tried = 0;
        try (Lanes lanes =
                new Lanes(settings.connections(), () -> new Pass(server.connection(), plans, settings.passLimit()))) {
            List.copyOf(unwritten.values()).forEach(this::note);
            // A batch of which none could be taken is what other instances are sending.
            for (int last = 1; last > 0 && goesOn() && !lanes.isOver(); tried += last) {
                last = lanes.send(nextBatch(), this::send);
            }
        }
        look();
        return tried;
    }

    private boolean goesOn() {
        return !stopping && server.restsUntil().isEmpty();
    }

    private void look() {
        backlog = queue.backlog();
    }

    /** As it was after the last pass: whoever asks for the application's health needs no connection for it. */
    MailBacklog backlog() {
        return backlog;
    }

    /** Returns how many were tried before the end, or before the server failed. */
    private int send(List<Long> due, Pass pass) {
        int tried = 0;
        for (long mail : due) {
            if (!goesOn() || pass.isOver()) {
                break;
            }
            tried += send(mail, pass) ? 1 : 0;
        }
        return tried;
    }

    /** Mails that are due; where there are none, of notices that came meanwhile. */
    private List<Long> nextBatch() {
        List<Long> due = queue.due(BATCH);
        return due.isEmpty() && !held.heldBack() && queue.assemble() > 0 ? queue.due(BATCH) : due;
    }

    /** False if another instance has it. */
    private boolean send(long id, Pass pass) {
        Optional<Outgoing> claimed;
        try {
            Instant until = clock.instant().plus(settings.sendLimit()).plus(CLAIM_BEYOND);
            claimed = transaction.execute(status -> queue.claim(id, me, until).map(mail -> postman.write(mail, pass)));
        } catch (Postman.Unwritable ours) {
            LOG.error("Mail {} could not be written", id, ours);
            note(new Answered(ours.mail(), new Delivery(Delivery.Outcome.LATER, MailFailure.of("fault"))));
            return true;
        }
        claimed.ifPresent(mail -> {
            Delivery delivery = delivery(mail, pass);
            note(new Answered(mail.mail(), delivery));
            pass.note(delivery, server);
        });
        return claimed.isPresent();
    }

    private static Delivery delivery(Outgoing mail, Pass pass) {
        try {
            return mail.send(pass.connection);
        } catch (RuntimeException ours) {
            LOG.error("Mail {} could not be handed over", mail.mail().id(), ours);
            return new Delivery(Delivery.Outcome.LATER, MailFailure.of("fault"));
        }
    }

    private record Answered(QueuedMail mail, Delivery delivery) {}

    private void note(Answered answered) {
        long id = answered.mail().id();
        unwritten.put(id, answered);
        transaction.executeWithoutResult(status -> note(answered.mail(), answered.delivery()));
        unwritten.remove(id);
    }

    private void note(QueuedMail mail, Delivery delivery) {
        switch (delivery.outcome()) {
            case SENT -> {
                queue.sent(mail.id(), me);
                server.worked();
            }
            case DROPPED -> LOG.debug("Mail {} has nothing left to tell", mail.id());
            case NO_SERVER -> queue.postpone(mail.id(), me, delivery.failure(), server.failed(), false);
            case REFUSED -> giveUp(mail, delivery.failure());
            case LATER, BROKEN -> {
                if (mail.attempts() < DELAYS.size()) {
                    Instant again = clock.instant().plus(DELAYS.get(mail.attempts()));
                    queue.postpone(mail.id(), me, delivery.failure(), again, true);
                } else {
                    giveUp(mail, delivery.failure());
                }
            }
        }
    }

    private void giveUp(QueuedMail mail, MailFailure failure) {
        LOG.warn(
                "Mail {} to {} is given up: {}",
                mail.id(),
                mail.recipient() == null ? mail.address() : mail.recipient(),
                failure.kept());
        queue.bury(mail.id(), me, failure);
        oneLevelUp.tell(mail.id(), failure);
    }

    /** A pass over thousands of mails ends with the one at hand when the application stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
