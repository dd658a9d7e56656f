package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.engine.DueWork;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.OneLevelUp;
import vn.plancascade.notification.domain.QueuedMail;

/**
 * Sends what waits, one mail a transaction, over one connection a pass. The transaction holds the mail's row from before
 * the server is asked until its answer is written: nobody else sends it meanwhile, and only a crash between the answer
 * and the commit sends it again, under the same Message-ID.
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

    private final MailQueue queue;
    private final OneLevelUp oneLevelUp;
    private final Postman postman;
    private final MailServer server;
    private final PlanTermsSource plans;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean stopping;

    MailDispatcher(
            MailQueue queue,
            OneLevelUp oneLevelUp,
            Postman postman,
            MailServer server,
            PlanTermsSource plans,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.oneLevelUp = oneLevelUp;
        this.postman = postman;
        this.server = server;
        this.plans = plans;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empty while there is no server to send over: nothing comes due then. */
    @Override
    public Optional<Instant> nextDue() {
        if (!server.configured()) {
            return Optional.empty();
        }
        Instant rests = server.restsUntil().orElse(Instant.MIN);
        return queue.nextDue().map(due -> due.isBefore(rests) ? rests : due);
    }

    /** One pass at a time; whoever comes meanwhile waits and finds what is left. */
    @Override
    public synchronized int runDue() {
        if (!server.configured() || server.restsUntil().isPresent()) {
            return 0;
        }
        int tried = 0;
        try (Pass pass = new Pass(server.connection(), plans)) {
            // A batch of which none could be taken is what other instances are sending.
            for (int last = 1; last > 0 && !stopping; tried += last) {
                last = send(nextBatch(), pass);
            }
        }
        return tried;
    }

    /** Returns how many were tried before the end, or before the server failed. */
    private int send(List<Long> due, Pass pass) {
        int tried = 0;
        for (long mail : due) {
            if (stopping || server.restsUntil().isPresent()) {
                break;
            }
            tried += send(mail, pass) ? 1 : 0;
        }
        return tried;
    }

    /** Mails that are due; where there are none, of notices that came meanwhile. */
    private List<Long> nextBatch() {
        List<Long> due = queue.due(BATCH);
        return due.isEmpty() && queue.assemble() > 0 ? queue.due(BATCH) : due;
    }

    /** False if another instance has it. */
    private boolean send(long id, Pass pass) {
        QueuedMail[] taken = new QueuedMail[1];
        try {
            return transaction.execute(status -> {
                Optional<QueuedMail> mail = queue.take(id);
                mail.ifPresent(due -> {
                    taken[0] = due;
                    Delivery delivery = postman.deliver(due, pass);
                    note(due, delivery);
                    pass.note(delivery, server);
                });
                return mail.isPresent();
            });
        } catch (RuntimeException ours) {
            if (taken[0] == null) {
                throw ours;
            }
            LOG.error("Mail {} could not be written", id, ours);
            transaction.executeWithoutResult(
                    status -> note(taken[0], new Delivery(Delivery.Outcome.LATER, MailFailure.of("fault"))));
            return true;
        }
    }

    private void note(QueuedMail mail, Delivery delivery) {
        switch (delivery.outcome()) {
            case SENT -> {
                queue.sent(mail.id());
                server.worked();
            }
            case NO_SERVER -> queue.postpone(mail.id(), delivery.failure(), server.failed(), false);
            case REFUSED -> giveUp(mail, delivery.failure());
            case LATER, BROKEN -> {
                if (mail.attempts() < DELAYS.size()) {
                    Instant again = clock.instant().plus(DELAYS.get(mail.attempts()));
                    queue.postpone(mail.id(), delivery.failure(), again, true);
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
        queue.bury(mail.id(), failure);
        oneLevelUp.tell(mail.id(), failure);
    }

    /** A pass over thousands of mails ends with the one at hand when the application stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
