package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Rows;
import vn.plancascade.notification.Sending;
import vn.plancascade.organisation.Actor;

/** Keeps the mark of the installation, and mails back where it is another one's. */
@Service
public class SendingGate implements Sending {

    private static final Logger LOG = LoggerFactory.getLogger(SendingGate.class);

    private final JdbcClient jdbc;
    private final Installation installation;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean wasOn = true;

    SendingGate(
            JdbcClient jdbc,
            Installation installation,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Before the first mail: a database without a mark has not run since there are any, and takes its own. */
    @PostConstruct
    void begin() {
        Row row = row();
        if (row.mark() != null && !installation.isOwn(row.mark())) {
            stop(row.mark());
        }
        renew();
        wasOn = row().stoppedAt() == null;
        if (!wasOn) {
            LOG.error(
                    "No mail is sent: this database was restored or copied from another installation. If it is the one that"
                            + " is to speak, an administrator turns sending on at /failures");
        }
    }

    @PreDestroy
    void end() {
        renew();
    }

    private void renew() {
        String mark = installation.renewed();
        transaction.executeWithoutResult(status -> jdbc.sql("update mail_sending set installation = :mark where id = 1")
                .param("mark", mark)
                .update());
        installation.kept(mark);
    }

    private void stop(String from) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        update mail_sending set stopped_at = :now, stopped_from = :from, resumed_at = null, resumed_by = null
                        where id = 1 and stopped_at is null""")
                .param("now", offset(clock.instant()))
                .param("from", from)
                .update());
    }

    /** Whether mails may go out now. */
    public boolean isOn() {
        Row row = row();
        if (installation.mayChangeWhileRunning() && !installation.isOwn(row.mark())) {
            begin();
            return false;
        }
        wasOn = row.stoppedAt() == null;
        return wasOn;
    }

    /** As it was when last asked: whoever asks for the application's health needs no connection for it. */
    public boolean wasOn() {
        return wasOn;
    }

    @Override
    public State state(Actor actor) {
        actor.requireAdministrator();
        Instant stopped = row().stoppedAt();
        return new State(stopped == null, stopped);
    }

    @Override
    public State resume(Actor actor) {
        actor.requireAdministrator();
        Integer changed = transaction.execute(status -> turnOn(actor));
        if (changed != null && changed > 0) {
            LOG.warn("{} has turned the sending of mails on", actor.login());
        }
        State state = state(actor);
        wasOn = state.on();
        return state;
    }

    private int turnOn(Actor actor) {
        int changed = jdbc.sql("""
                        update mail_sending set stopped_at = null, resumed_at = :now, resumed_by = :login
                        where id = 1 and stopped_at is not null""")
                .param("now", offset(clock.instant()))
                .param("login", actor.login())
                .update();
        if (changed > 0) {
            events.publishEvent(Act.of(ActWord.sendingResumed, actor.login()));
        }
        return changed;
    }

    private Row row() {
        return jdbc.sql("select installation, stopped_at from mail_sending where id = 1")
                .query((row, n) -> new Row(row.getString("installation"), Rows.instant(row, "stopped_at")))
                .single();
    }

    private record Row(String mark, Instant stoppedAt) {}
}
