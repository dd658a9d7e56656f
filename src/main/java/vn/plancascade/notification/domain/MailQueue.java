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

    /** People with the same address get one mail; who has none has one alone, which tells of that. */
    private static final String MAILBOX =
            "case when trim(coalesce(p.email, '')) = '' then 'login ' || p.login else lower(trim(p.email)) end";

    private final JdbcClient jdbc;
    private final TruthOfNotices truth;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, TruthOfNotices truth, Clock clock) {
        this.jdbc = jdbc;
        this.truth = truth;
        this.clock = clock;
    }

    /** Makes one mail of the waiting notices of each mailbox; returns how many there were. */
    @Transactional
    public int assemble() {
        boolean mine = jdbc.sql("select id from mail_assembly for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!mine) {
            return 0;
        }
        truth.dropUnassembled();
        // Only the holder of the row above makes mails of notices: those above this id are the ones made here.
        long before = jdbc.sql("select coalesce(max(id), 0) from mail")
                .query(Long.class)
                .single();
        // Joined, and not by "in": H2 asks such a select again for each person.
        int mails = jdbc.sql("""
                        insert into mail (recipient, mailbox, address, locale, next_attempt_at, created_at)
                        select p.login, f.mailbox, trim(p.email), p.locale, cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        from (
                          select min(p.login) as login, %2$s as mailbox
                          from (select distinct n.recipient from notice n where %1$s) w join person p on p.login = w.recipient
                          group by %2$s) f
                        join person p on p.login = f.login order by p.login""".formatted(UNASSEMBLED, MAILBOX))
                .param("now", now())
                .update();
        if (mails > 0) {
            // A notice written since the statement above waits for the next round, unless its reader has a mail now.
            String mail = """
                    (select m.id from person p join mail m on m.mailbox = %s and m.id > :before
                      where p.login = n.recipient)""".formatted(MAILBOX);
            jdbc.sql("update notice n set mail_id = %s where %s and exists %s".formatted(mail, UNASSEMBLED, mail))
                    .param("before", before)
                    .update();
        }
        return mails;
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

    /** Up to n mails that are due, those first that have been due longest; they may be taken by then. */
    @Transactional(readOnly = true)
    public List<Long> due(int n) {
        return jdbc.sql("""
                        select id from mail where state = 'waiting' and next_attempt_at <= :now and %s
                        order by next_attempt_at, id limit :n""".formatted(UNCLAIMED))
                .param("now", now())
                .param("n", n)
                .query(Long.class)
                .list();
    }

    /**
     * Claims the mail for the sender until then, if it is still due and nobody else has it. What it has to tell that is no longer
     * true is dropped; a mail of which nothing is left is dropped with it, and comes back with {@code empty} set.
     */
    public Optional<QueuedMail> claim(long id, String sender, Instant until) {
        Optional<QueuedMail> claimed = jdbc.sql("""
                        select id, recipient, address, locale, attempts, kind from mail
                        where id = :id and state = 'waiting' and next_attempt_at <= :now and %s
                        for update skip locked""".formatted(UNCLAIMED))
                .param("id", id)
                .param("now", now())
                .query((row, n) -> new QueuedMail(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("address"),
                        row.getString("locale"),
                        row.getInt("attempts"),
                        row.getString("kind"),
                        false))
                .optional();
        claimed.ifPresent(
                mail -> jdbc.sql("update mail set claimed_by = :sender, claimed_until = :until where id = :id")
                        .param("sender", sender)
                        .param("until", offset(until))
                        .param("id", id)
                        .update());
        return claimed.map(mail -> mail.kind() == null ? stillTrue(mail) : mail);
    }

    private QueuedMail stillTrue(QueuedMail mail) {
        truth.dropOf(mail.id());
        int emptied = jdbc.sql("""
                        update mail set state = 'dropped', claimed_by = null, claimed_until = null
                        where id = :id and not exists (select 1 from notice n where n.mail_id = :id and n.state = 'waiting')""").param("id", mail.id()).update();
        return emptied == 0 ? mail : mail.emptied();
    }

    /** The mail has nothing left to tell. */
    public void drop(long id) {
        jdbc.sql("update mail set state = 'dropped', claimed_by = null, claimed_until = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Notes what is about to be sent. Whatever the database has against it, it says before the server has the mail. */
    public void sending(long id, String subject, String messageId) {
        jdbc.sql("update mail set subject = :subject, message_id = :messageId where id = :id")
                .param("subject", subject)
                .param("messageId", messageId)
                .param("id", id)
                .update();
    }

    /** Each of these writes what became of a mail that the sender has claimed, and nothing if the claim is another's now. */
    public void sent(long id, String sender) {
        ended(id, sender, "sent", "last_error = null, sent_at = :now", null);
    }

    /** Gives the mail up. */
    public void bury(long id, String sender, MailFailure failure) {
        ended(id, sender, "dead", "last_error = :error", failure.kept());
    }

    private void ended(long id, String sender, String state, String changes, String error) {
        int mine = jdbc.sql("""
                        update mail set state = '%s', attempts = attempts + 1, claimed_by = null, claimed_until = null, %s
                        where id = :id and state = 'waiting' and claimed_by = :sender""".formatted(state, changes))
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
                        where id = :id and state = 'waiting' and (claimed_by is null or claimed_by = :sender)""")
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
