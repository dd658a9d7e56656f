package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.PlanTerms;
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

    /** So many conversations broken off in a row are the server's fault and not the mails'. */
    private static final int BROKEN_IN_A_ROW = 5;

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
        Map<Long, PlanTerms> terms = new HashMap<>();
        int tried = 0;
        int broken = 0;
        try (SmtpConnection connection = server.connection()) {
            while (!stopping) {
                Optional<Delivery> next = sendNext(connection, plan -> terms.computeIfAbsent(plan, plans::terms));
                if (next.isEmpty()) {
                    if (queue.assemble() == 0) {
                        break;
                    }
                    continue;
                }
                tried++;
                broken = next.get().outcome() == Delivery.Outcome.BROKEN ? broken + 1 : 0;
                if (broken == BROKEN_IN_A_ROW) {
                    server.failed();
                }
                if (server.restsUntil().isPresent()) {
                    LOG.warn("The mail server fails: {}", next.get().failure().said());
                    break;
                }
            }
        }
        return tried;
    }

    private Optional<Delivery> sendNext(SmtpConnection connection, LongFunction<PlanTerms> terms) {
        QueuedMail[] taken = new QueuedMail[1];
        try {
            return transaction.execute(status -> queue.takeDue().map(mail -> {
                taken[0] = mail;
                Delivery delivery = postman.deliver(mail, terms, connection);
                note(mail, delivery);
                return delivery;
            }));
        } catch (RuntimeException ours) {
            if (taken[0] == null) {
                throw ours;
            }
            LOG.error("Mail {} could not be written", taken[0].id(), ours);
            Delivery delivery = new Delivery(Delivery.Outcome.LATER, MailFailure.of("fault"));
            transaction.executeWithoutResult(status -> note(taken[0], delivery));
            return Optional.of(delivery);
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
        LOG.warn("Mail {} to {} is given up: {}", mail.id(), mail.recipient(), failure.kept());
        queue.bury(mail.id(), failure);
        oneLevelUp.tell(mail.id(), failure);
    }

    /** A pass over thousands of mails ends with the one at hand when the application stops. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
