package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes mails of notices, some hundred people at a time and each batch in a transaction of its own: one mail of all that waits for a mailbox. Instances
 * make them one after the other and send them beside each other.
 */
@Repository
public class MailAssembly {

    /** People whose notices one batch looks at; those who share their mailboxes come with them. */
    private static final int BATCH = 500;

    private static final String UNASSEMBLED = "n.state = 'waiting' and n.channel = 'mail' and n.mail_id is null";

    private final JdbcClient jdbc;
    private final MailQueue queue;
    private final TruthOfNotices truth;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailAssembly(JdbcClient jdbc, MailQueue queue, TruthOfNotices truth, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.truth = truth;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the next mails, unless some are due already; false where no notice is left to make one of. */
    public boolean assemble() {
        Made made;
        do {
            made = transaction.execute(status -> batch());
        } while (made == Made.NONE_OF_THESE);
        return made == Made.MAILS;
    }

    private enum Made {
        MAILS,
        /** What they were to be told is not true any more. */
        NONE_OF_THESE,
        NOTHING_LEFT
    }

    private Made batch() {
        jdbc.sql("select id from mail_assembly for update").query(Integer.class).single();
        if (!queue.due(1).isEmpty()) {
            // Another instance made them while this one waited.
            return Made.MAILS;
        }
        List<String> mailboxes = mailboxes();
        if (mailboxes.isEmpty()) {
            return Made.NOTHING_LEFT;
        }
        truth.dropUnassembled(mailboxes);
        // Only the holder of the row above makes mails of notices: those above this id are the ones made here.
        long before = jdbc.sql("select coalesce(max(id), 0) from mail")
                .query(Long.class)
                .single();
        int mails = jdbc.sql("""
                        insert into mail (recipient, mailbox, address, locale, next_attempt_at, created_at)
                        select p.login, f.mailbox, trim(p.email), p.locale, cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        from (
                          select min(b.login) as login, b.mailbox from person b join notice n on n.recipient = b.login
                          where b.mailbox in (:mailboxes) and %s group by b.mailbox) f
                        join person p on p.login = f.login order by p.login""".formatted(UNASSEMBLED))
                .param("mailboxes", mailboxes)
                .param("now", offset(clock.instant()))
                .update();
        if (mails > 0) {
            // A notice written since the statement above waits for the next round, unless its reader has a mail now.
            jdbc.sql("""
                            merge into notice t using (
                              select n.id, m.id as mail_id from mail m join person p on p.mailbox = m.mailbox
                              join notice n on n.recipient = p.login where m.id > :before and %s) s
                            on t.id = s.id when matched then update set mail_id = s.mail_id""".formatted(UNASSEMBLED)).param("before", before).update();
        }
        return mails > 0 ? Made.MAILS : Made.NONE_OF_THESE;
    }

    /** By which the next mails are collected. */
    private List<String> mailboxes() {
        return jdbc.sql("""
                        select distinct p.mailbox from (
                          select distinct n.recipient from notice n where %s order by n.recipient limit :batch) w
                        join person p on p.login = w.recipient""".formatted(UNASSEMBLED))
                .param("batch", BATCH)
                .query(String.class)
                .list();
    }
}
