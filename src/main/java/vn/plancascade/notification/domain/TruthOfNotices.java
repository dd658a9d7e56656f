package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Rung.Truth;
import vn.plancascade.organisation.Valid;

/**
 * Drops what waits to be sent and is no longer true: the work is done, the deadline has moved, the draft was returned again, the
 * unit is closed, the plan withdrawn or closed, or the person does not hold the role any more.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TruthOfNotices {

    private static final String DONE = "o.settled_at is not null or o.document_date is not null";

    /** An accepted report may be amended, and has steps again. */
    private static final String STANDS = "coalesce(o.amendment, o.state)";

    /** A round is named by how often the draft was returned, and after that by how often it was taken back, where it was. */
    private static final String RETURNED_SINCE = """
            case when n.occurrence like 'round-%' then cast(substring(n.occurrence || '-' from 7
              for position('-' in substring(n.occurrence || '-' from 7)) - 1) as int) end < o.times_returned""";

    private static final String FAILED_MAIL =
            "case when n.occurrence like 'mail-%' then cast(substring(n.occurrence from 6) as bigint) end";

    private static final String DROP =
            """
            update notice n set state = 'dropped' where n.state = 'waiting' and n.channel = 'mail' and :which and exists (
              select 1 from obligation o join unit u on u.code = o.unit_code join person p on p.login = n.recipient
              where o.id = n.obligation_id and (
                (n.rung not in (:endings) and (o.state in ('waived', 'notRequired', 'withdrawn', 'notAccomplished') or o.plan_id in (:over)))
                or :unitEnded
                or not p.enabled
                or (n.role is not null and not exists (
                  select 1 from role_assignment r where r.login = n.recipient and r.unit_code = n.role_unit and r.role = n.role and :held))
                or case n.rung :overtaken else false end))""".replace(":unitEnded", Valid.ended("u")).replace(":held", Valid.onDay("r"));

    private static final List<String> ENDINGS = Arrays.stream(Rung.values())
            .filter(rung -> rung.truth() == Truth.CALLED_OFF)
            .map(Rung::name)
            .toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    TruthOfNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the notices for these mailboxes that no mail has been made of. */
    void dropUnassembled(Collection<String> mailboxes) {
        drop(
                "n.mail_id is null and n.recipient in (select b.login from person b where b.mailbox in (:mailboxes))",
                Map.of("mailboxes", mailboxes));
    }

    /** Of the notices of these mails. */
    void dropOf(Collection<Long> mails) {
        drop("n.mail_id in (:mails)", Map.of("mails", mails));
    }

    private void drop(String which, Map<String, Object> params) {
        Instant now = clock.instant();
        // Asked for beforehand: H2 would ask again for each notice.
        List<Long> over =
                jdbc.sql("select plan_id from ended_plan").query(Long.class).list();
        jdbc.sql(DROP.replace(":which", which).replace(":overtaken", overtaken()))
                .params(params)
                .param("over", over.isEmpty() ? List.of(0L) : over)
                .param("endings", ENDINGS)
                .param("now", offset(now))
                .param("day", VietnamTime.dayOf(now))
                .update();
    }

    private static String overtaken() {
        return Arrays.stream(Rung.values())
                .map(rung -> "when '%s' then (%s)".formatted(rung, overtaken(rung.truth())))
                .collect(Collectors.joining(" "));
    }

    private static String overtaken(Truth truth) {
        return switch (truth) {
            case UNSETTLED -> "o.settled_at is not null";
            case TO_DELIVER -> DONE;
            case BY_THIS_DEADLINE ->
                DONE + " or n.occurrence <> "
                        + "cast(cast(o.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(40))";
            case LATE -> DONE + " or o.due_at is null or o.due_at > :now";
            case TO_REVIEW -> STANDS + " not in ('drafting', 'awaitingReview') or " + RETURNED_SINCE;
            case TO_APPROVE -> STANDS + " not in ('drafting', 'awaitingApproval') or " + RETURNED_SINCE;
            case TO_REWORK -> STANDS + " <> 'drafting' or " + RETURNED_SINCE;
            case TO_ISSUE -> STANDS + " in ('issued', 'accepted') or " + RETURNED_SINCE;
            case TO_REPLACE -> STANDS + " not in ('revisionRequested', 'drafting') or " + RETURNED_SINCE;
            case NOT_CALLED_OFF -> "false";
            case CALLED_OFF -> "o.state not in ('waived', 'withdrawn', 'notAccomplished')";
            case MAIL_STILL_FAILED ->
                "o.settled_at is not null or not exists (select 1 from mail f where f.state = 'dead' and f.id = "
                        + FAILED_MAIL + ")";
        };
    }
}
