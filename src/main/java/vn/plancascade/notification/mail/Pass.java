package vn.plancascade.notification.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.notification.Attachment;

/** What lasts as long as one pass: its connection, the facts and the documents of the plans, and how the server has behaved. */
final class Pass implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    /** So many conversations broken off in a row are the server's fault and not the mails'. */
    private static final int BROKEN_IN_A_ROW = 5;

    final SmtpConnection connection;
    private final PlanTermsSource plans;
    private final long begun = System.nanoTime();
    private final long limit;
    private final Runnable courtesy;
    private final Map<Long, PlanTerms> terms = new HashMap<>();
    private final Map<Long, Optional<Attachment>> documents = new HashMap<>();
    private int noted;
    private int broken;

    Pass(SmtpConnection connection, PlanTermsSource plans, Duration limit, Runnable courtesy) {
        this.connection = connection;
        this.plans = plans;
        this.limit = limit.toNanos();
        this.courtesy = courtesy;
    }

    /** Whether it has taken as long as one pass may, and has sent something; by real time, which no demo moves. */
    boolean isOver() {
        return noted > 0 && System.nanoTime() - begun >= limit;
    }

    /** Before each mail. */
    void giveWay() {
        courtesy.run();
    }

    PlanTerms terms(long plan) {
        return terms.computeIfAbsent(plan, plans::terms);
    }

    /** A plan's document, read once for all the mails that bring it. */
    Optional<Attachment> document(long plan, LongFunction<Optional<Attachment>> read) {
        return documents.computeIfAbsent(plan, read::apply);
    }

    void note(Delivery delivery, MailServer server) {
        noted++;
        if (delivery.outcome() == Delivery.Outcome.NO_SERVER) {
            LOG.warn("The mail server fails: {}", delivery.failure().said());
        }
        broken = delivery.outcome() == Delivery.Outcome.BROKEN ? broken + 1 : 0;
        if (broken == BROKEN_IN_A_ROW) {
            LOG.warn("The mail server breaks off: {}", delivery.failure().said());
            server.failed();
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
