package vn.plancascade.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.plancascade.engine.TableStatistics;
import vn.plancascade.notification.MailBacklog;
import vn.plancascade.notification.domain.MailAssembly;
import vn.plancascade.notification.domain.MailFailure;
import vn.plancascade.notification.domain.MailQueue;
import vn.plancascade.notification.domain.OneLevelUp;
import vn.plancascade.notification.domain.QueuedMail;
import vn.plancascade.notification.domain.SendingGate;

/**
 * Sends what waits, over a few connections beside each other. Some mails are claimed and written in one transaction, each is
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

    /** Mails of notices that are claimed and written together. */
    private static final int SET = 25;

    /** After that, those of a set that have not been sent are looked at anew. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Beyond the time that the server may take: for writing the mail before and its answer after. */
    private static final Duration CLAIM_BEYOND = Duration.ofMinutes(2);

    private final MailQueue queue;
    private final MailAssembly assembly;
    private final OneLevelUp oneLevelUp;
    private final Postman postman;
    private final MailServer server;
    private final MailSettings settings;
    private final MailsHeld held;
    private final SendingGate gate;
    private final TableStatistics statistics;
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
            MailAssembly assembly,
            OneLevelUp oneLevelUp,
            Postman postman,
            MailServer server,
            MailSettings settings,
            MailsHeld held,
            SendingGate gate,
            TableStatistics statistics,
            PlanTermsSource plans,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.assembly = assembly;
        this.oneLevelUp = oneLevelUp;
        this.postman = postman;
        this.server = server;
        this.settings = settings;
        this.held = held;
        this.gate = gate;
        this.statistics = statistics;
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

    @Override
    public int runDue() {
        return runDue(() -> {});
    }

    /**
     * One pass at a time; whoever comes meanwhile waits and finds what is left. What a long pass leaves is the next one's.
     *
     * @param courtesy done before each mail
     */
    synchronized int runDue(Runnable courtesy) {
        if (!server.configured() || server.restsUntil().isPresent() || !gate.isOn()) {
            look();
            return 0;
        }
        int tried = 0;
        try (Lanes lanes = new Lanes(
                settings.connections(), () -> new Pass(server.connection(), plans, settings.passLimit(), courtesy))) {
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
    private int send(List<MailQueue.Due> due, Pass pass) {
        int tried = 0;
        List<List<Long>> sets = sets(due);
        for (int n = 0; n < sets.size() && goesOn() && !pass.isOver(); n++) {
            List<Long> left = sets.get(n);
            while (!left.isEmpty() && goesOn() && !pass.isOver()) {
                Freshness freshness = new Freshness();
                List<Outgoing> claimed = claim(left, pass);
                List<Outgoing> kept = send(claimed, freshness, pass);
                tried += claimed.size() - kept.size();
                left = kept.stream().map(mail -> mail.mail().id()).toList();
            }
        }
        return tried;
    }

    /** Mails of notices in sets, in their order; any other, which may be large, by itself. */
    private static List<List<Long>> sets(List<MailQueue.Due> due) {
        List<List<Long>> sets = new ArrayList<>();
        boolean open = false;
        for (MailQueue.Due mail : due) {
            if (!open || !mail.ofNotices() || sets.get(sets.size() - 1).size() == SET) {
                sets.add(new ArrayList<>());
            }
            sets.get(sets.size() - 1).add(mail.id());
            open = mail.ofNotices();
        }
        return sets;
    }

    /** Mails that are due; where there are none, of notices that came meanwhile. */
    private List<MailQueue.Due> nextBatch() {
        List<MailQueue.Due> due = queue.due(BATCH);
        if (!due.isEmpty() || held.heldBack() || !assembly.assemble()) {
            return due;
        }
        // The first mails of a country fill a table that was empty when it was last looked at.
        statistics.keepUp();
        return queue.due(BATCH);
    }

    /** Those that no other instance has, written; where one of them cannot be, each by itself, so that it holds up no other. */
    private List<Outgoing> claim(List<Long> ids, Pass pass) {
        try {
            Instant until = clock.instant().plus(settings.sendLimit()).plus(CLAIM_BEYOND);
            return transaction.execute(status -> postman.write(queue.claim(ids, me, until), pass));
        } catch (Postman.Unwritable ours) {
            if (ids.size() > 1) {
                return ids.stream()
                        .flatMap(id -> claim(List.of(id), pass).stream())
                        .toList();
            }
            LOG.error("Mail {} could not be written", ids.get(0), ours);
            return ours.mails().stream()
                    .map(mail -> Outgoing.decided(mail, new Delivery(Delivery.Outcome.LATER, MailFailure.of("fault"))))
                    .toList();
        }
    }

    /** Begins before the mails are claimed; by real time, which no demo moves. */
    private static final class Freshness {

        private final long since = System.nanoTime();

        boolean isOver() {
            return System.nanoTime() - since >= FRESH.toNanos();
        }
    }

    /** Returns those that were given back: the server, the pass or the application ends, or what they say may not be true any more. */
    private List<Outgoing> send(List<Outgoing> claimed, Freshness freshness, Pass pass) {
        int next = 0;
        try {
            while (next < claimed.size() && (next == 0 || goesOn() && !pass.isOver() && !freshness.isOver())) {
                pass.giveWay();
                Outgoing mail = claimed.get(next++);
                Delivery delivery = delivery(mail, pass);
                note(new Answered(mail.mail(), delivery));
                pass.note(delivery, server);
            }
            return claimed.subList(next, claimed.size());
        } finally {
            release(claimed.subList(next, claimed.size()));
        }
    }

    private void release(List<Outgoing> mails) {
        if (!mails.isEmpty()) {
            queue.release(mails.stream().map(mail -> mail.mail().id()).toList(), me);
        }
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
