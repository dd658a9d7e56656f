package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Rows;
import vn.plancascade.notification.MailBacklog;

/**
 * The mails that wait. Whoever sends one claims it for a while: however many instances send, none sends what another is
 * sending, and what an instance left behind that is gone is sent when its claim has run out.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MailQueue {

    private static final String UNASSEMBLED = "n.state = 'waiting' and n.channel = 'mail' and n.mail_id is null";

    private static final String UNCLAIMED = "(claimed_until is null or claimed_until <= :now)";

    /** A mail that could not be written was claimed in a transaction that did not come about. */
    private static final String MINE_OR_NOBODYS = "(claimed_by is null or claimed_by = :sender)";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final TruthOfNotices truth;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, NamedParameterJdbcOperations batch, TruthOfNotices truth, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.truth = truth;
        this.clock = clock;
    }

    /** When the next mail is to be tried; the past, if one is due or is yet to be made of notices. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(due) as due from (
                          select min(case when m.claimed_until > m.next_attempt_at then m.claimed_until
                            else m.next_attempt_at end) as due
                          from mail m where m.state = 'waiting'
                          union all
                          select min(n.created_at) as due from notice n where %s) waiting""".formatted(UNASSEMBLED))
                .query((row, i) -> Optional.ofNullable(Rows.instant(row, "due")))
                .single();
    }

    /** @param ofNotices whether it is made of notices, or else of a kind of its own */
    public record Due(long id, boolean ofNotices) {}

    /** Up to n mails that are due, those first that have been due longest; they may be taken by then. */
    @Transactional(readOnly = true)
    public List<Due> due(int n) {
        return jdbc.sql("""
                        select id, kind is null as of_notices from mail where state = 'waiting' and next_attempt_at <= :now and %s
                        order by next_attempt_at, id limit :n""".formatted(UNCLAIMED))
                .param("now", now())
                .param("n", n)
                .query((row, i) -> new Due(row.getLong(1), row.getBoolean(2)))
                .list();
    }

    /**
     * Claims for the sender until then those of the mails that are still due and nobody else has. What they have to tell that is
     * no longer true is dropped.
     */
    public List<QueuedMail> claim(List<Long> ids, String sender, Instant until) {
        List<QueuedMail> claimed = jdbc.sql("""
                        select id, recipient, address, locale, attempts, kind from mail
                        where id in (:ids) and state = 'waiting' and next_attempt_at <= :now and %s
                        order by next_attempt_at, id for update skip locked""".formatted(UNCLAIMED))
                .param("ids", ids)
                .param("now", now())
                .query(QueuedMail.class)
                .list();
        if (!claimed.isEmpty()) {
            List<Long> mine = claimed.stream().map(QueuedMail::id).toList();
            jdbc.sql("update mail set claimed_by = :sender, claimed_until = :until where id in (:mine)")
                    .param("sender", sender)
                    .param("until", offset(until))
                    .param("mine", mine)
                    .update();
            truth.dropOf(mine);
        }
        return claimed;
    }

    /** Gives back what the sender has claimed and not begun to send. */
    @Transactional
    public void release(List<Long> ids, String sender) {
        jdbc.sql("""
                        update mail set claimed_by = null, claimed_until = null
                        where id in (:ids) and state = 'waiting' and claimed_by = :sender""").param("ids", ids).param("sender", sender).update();
    }

    /** The mails have nothing left to tell. */
    public void drop(List<Long> ids) {
        jdbc.sql("update mail set state = 'dropped', claimed_by = null, claimed_until = null where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    /** How a mail is named where it is sent. */
    public record Named(long id, String subject, String messageId) {}

    /** Notes what is about to be sent. Whatever the database has against it, it says before the server has the mails. */
    public void sending(List<Named> mails) {
        batch.batchUpdate(
                "update mail set subject = :subject, message_id = :messageId where id = :id",
                SqlParameterSourceUtils.createBatch(mails));
    }

    /** Each of these writes what became of a mail that the sender has claimed, and nothing if the claim is another's now. */
    public void sent(long id, String sender) {
        ended(id, "claimed_by = :sender", sender, "sent", "last_error = null, sent_at = :now", null);
    }

    /** Gives the mail up. */
    public void bury(long id, String sender, MailFailure failure) {
        ended(id, MINE_OR_NOBODYS, sender, "dead", "last_error = :error", failure.kept());
    }

    private void ended(long id, String whose, String sender, String state, String changes, String error) {
        int mine = jdbc.sql("""
                        update mail set state = '%s', attempts = attempts + 1, claimed_by = null, claimed_until = null, %s
                        where id = :id and state = 'waiting' and %s""".formatted(state, changes, whose))
                .param("id", id)
                .param("sender", sender)
                .param("now", now())
                .param("error", error)
                .update();
        if (mine > 0) {
            jdbc.sql("update notice set state = :state where mail_id = :id and state = 'waiting'")
                    .param("state", state)
                    .param("id", id)
                    .update();
        }
    }

    /** @param counts whether the attempt brings the mail nearer to being given up */
    public void postpone(long id, String sender, MailFailure failure, Instant until, boolean counts) {
        jdbc.sql("""
                        update mail set attempts = attempts + :attempt, last_error = :error, next_attempt_at = :until,
                          claimed_by = null, claimed_until = null
                        where id = :id and state = 'waiting' and %s""".formatted(MINE_OR_NOBODYS))
                .param("attempt", counts ? 1 : 0)
                .param("error", failure.kept())
                .param("until", offset(until))
                .param("id", id)
                .param("sender", sender)
                .update();
    }

    /** How much waits, and since when the oldest of it does. */
    @Transactional(readOnly = true)
    public MailBacklog backlog() {
        return jdbc.sql("""
                        select sum(waiting) as waiting, min(oldest) as oldest from (
                          select count(*) as waiting, min(m.created_at) as oldest from mail m where m.state = 'waiting'
                          union all
                          select count(distinct n.recipient) as waiting, min(n.created_at) as oldest
                          from notice n where %s) b""".formatted(UNASSEMBLED))
                .query((row, n) -> new MailBacklog(row.getLong("waiting"), Rows.instant(row, "oldest")))
                .single();
    }

    private OffsetDateTime now() {
        return offset(clock.instant());
    }
}
