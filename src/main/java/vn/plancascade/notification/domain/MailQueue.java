package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Rows;

/**
 * The mails that wait. A mail is taken with a lock that lasts until what became of it is written, so that however many
 * instances send, none sends what another is sending.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MailQueue {

    private static final String UNASSEMBLED = "n.state = 'waiting' and n.channel = 'mail' and n.mail_id is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes one mail of each person's waiting notices; returns how many people there were. */
    @Transactional
    public int assemble() {
        boolean mine = jdbc.sql("select id from mail_assembly for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!mine) {
            return 0;
        }
        dropOvertaken();
        // Only the holder of the row above makes mails of notices: those above this id are the ones made here.
        long before = jdbc.sql("select coalesce(max(id), 0) from mail")
                .query(Long.class)
                .single();
        // Joined, and not by "in": H2 asks such a select again for each person.
        int mails = jdbc.sql("""
                        insert into mail (recipient, address, locale, next_attempt_at, created_at)
                        select p.login, p.email, p.locale, cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        from (select distinct n.recipient from notice n where %s) w join person p on p.login = w.recipient
                        order by p.login""".formatted(UNASSEMBLED)).param("now", now()).update();
        if (mails > 0) {
            // A notice written since the statement above waits for the next round, unless its reader has a mail now.
            jdbc.sql("""
                            update notice n set mail_id =
                              (select m.id from mail m where m.recipient = n.recipient and m.id > :before and m.kind is null)
                            where %s and exists
                              (select 1 from mail m where m.recipient = n.recipient and m.id > :before and m.kind is null)""".formatted(UNASSEMBLED)).param("before", before).update();
        }
        return mails;
    }

    /**
     * Notices of the ladder that waited (for a server that was down, say) until they were no longer true: nobody is reminded of
     * a duty that is settled, or by a deadline that has moved.
     */
    private void dropOvertaken() {
        jdbc.sql("""
                        update notice n set state = 'dropped'
                        where %s and n.rung in ('REMIND_7', 'REMIND_3', 'REMIND_1', 'WAITING', 'OVERDUE', 'ESC_SUPERIOR', 'WEEKLY')
                          and exists (select 1 from obligation o where o.id = n.obligation_id
                            and (o.settled_at is not null
                              or (n.rung not in ('WAITING', 'WEEKLY') and n.occurrence <>
                                cast(cast(o.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(40)))))""".formatted(UNASSEMBLED)).update();
    }

    /** When the next mail is to be tried; the past, if one is due or is yet to be made of notices. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(due) as due from (
                          select min(m.next_attempt_at) as due from mail m where m.state = 'waiting'
                          union all
                          select min(n.created_at) as due from notice n where %s) waiting""".formatted(UNASSEMBLED))
                .query((row, i) -> Optional.ofNullable(Rows.instant(row, "due")))
                .single();
    }

    /** Up to n mails that are due, those first that have been due longest; they may be taken by then. */
    @Transactional(readOnly = true)
    public List<Long> due(int n) {
        return jdbc.sql("""
                        select id from mail where state = 'waiting' and next_attempt_at <= :now
                        order by next_attempt_at, id limit :n""").param("now", now()).param("n", n).query(Long.class).list();
    }

    /** Takes the mail, if it is still due and nobody else has it; nobody else gets it until the transaction ends. */
    public Optional<QueuedMail> take(long id) {
        return jdbc.sql("""
                        select id, recipient, address, locale, attempts, kind from mail
                        where id = :id and state = 'waiting' and next_attempt_at <= :now for update skip locked""")
                .param("id", id)
                .param("now", now())
                .query((row, n) -> new QueuedMail(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("address"),
                        row.getString("locale"),
                        row.getInt("attempts"),
                        row.getString("kind")))
                .optional();
    }

    /** Notes what is about to be sent. Whatever the database has against it, it says before the server has the mail. */
    public void sending(long id, String subject, String messageId) {
        jdbc.sql("update mail set subject = :subject, message_id = :messageId where id = :id")
                .param("subject", subject)
                .param("messageId", messageId)
                .param("id", id)
                .update();
        jdbc.sql("update notice set state = 'sent' where mail_id = :id")
                .param("id", id)
                .update();
    }

    public void sent(long id) {
        jdbc.sql("""
                        update mail set state = 'sent', attempts = attempts + 1, last_error = null, sent_at = :now
                        where id = :id""").param("now", now()).param("id", id).update();
    }

    /** @param counts whether the attempt brings the mail nearer to being given up */
    public void postpone(long id, MailFailure failure, Instant until, boolean counts) {
        jdbc.sql("""
                        update mail set attempts = attempts + :attempt, last_error = :error, next_attempt_at = :until
                        where id = :id and state = 'waiting'""")
                .param("attempt", counts ? 1 : 0)
                .param("error", failure.kept())
                .param("until", offset(until))
                .param("id", id)
                .update();
        notices(id, "waiting");
    }

    /** Gives the mail up. */
    public void bury(long id, MailFailure failure) {
        jdbc.sql("""
                        update mail set state = 'dead', attempts = attempts + 1, last_error = :error
                        where id = :id and state = 'waiting'""").param("error", failure.kept()).param("id", id).update();
        notices(id, "dead");
    }

    private void notices(long id, String state) {
        jdbc.sql("update notice set state = :state where mail_id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return offset(clock.instant());
    }
}
