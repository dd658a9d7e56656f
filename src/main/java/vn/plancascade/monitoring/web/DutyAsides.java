package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.audit.Audit;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.kernel.Rows;
import vn.plancascade.monitoring.web.DutyTimeline.Line;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.web.Texts;

/** What happened beside a duty's steps: who was mailed, and who took the work. */
@Repository
class DutyAsides {

    private static final int CLAIMS = 100;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Texts texts;

    DutyAsides(JdbcClient jdbc, Audit audit, Texts texts) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.texts = texts;
    }

    /** Mails of one occasion and day are one line. */
    List<Line> mails(long duty) {
        return jdbc.sql("""
                        select n.rung, cast(n.created_at at time zone 'Asia/Ho_Chi_Minh' as date) as told_on,
                          min(n.created_at) as told_at, count(*) as people,
                          sum(case when n.state = 'sent' then 1 else 0 end) as sent,
                          sum(case when n.state = 'dead' then 1 else 0 end) as dead
                        from notice n where n.obligation_id = :duty and n.channel = 'mail' group by 1, 2""")
                .param("duty", duty)
                .query((row, i) -> new Line(
                        Rows.instant(row, "told_at"),
                        texts.of("timeline.mail", texts.of("rung." + row.getString("rung"))),
                        null,
                        null,
                        texts.of("timeline.mails", row.getLong("people"), row.getLong("sent"), row.getLong("dead")),
                        null,
                        true))
                .list();
    }

    /** For those who read the audit. */
    List<Line> claims(Actor actor, long duty) {
        if (!actor.holds(Role.inspector) && !actor.holds(Role.administrator)) {
            return List.of();
        }
        AuditQuery claimed = new AuditQuery(null, "taskClaimed", null, null, duty, null, null, null);
        return audit.find(actor, claimed, CLAIMS).stream()
                .map(entry -> new Line(
                        entry.at(),
                        texts.of("act.taskClaimed"),
                        entry.whoName(),
                        null,
                        texts.ofOr("task." + entry.subject(), ""),
                        null,
                        true))
                .toList();
    }
}
