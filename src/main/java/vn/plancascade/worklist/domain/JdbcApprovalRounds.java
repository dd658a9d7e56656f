package vn.plancascade.worklist.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Decision;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcApprovalRounds implements ApprovalRounds {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcApprovalRounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void submitted(String subject, String content, String login) {
        jdbc.sql("""
                        insert into approval_round (subject, round, content, submitted_by, submitted_at)
                        select :subject, coalesce(max(round), 0) + 1, :content, :login, cast(:at as timestamp with time zone)
                        from approval_round where subject = :subject""")
                .param("subject", subject)
                .param("content", content)
                .param("login", login)
                .param("at", offset(clock.instant()))
                .update();
    }

    @Override
    public void reviewed(String subject, String comment, String login) {
        newest(
                subject,
                "review_remark = :comment, reviewed_by = :login, reviewed_at = case when cast(:login as varchar(80)) is not null then cast(:at as timestamp with time zone) end",
                comment,
                login);
    }

    @Override
    public void decided(String subject, Decision decision, String login) {
        decided(subject, decision.variable(), decision.comment(), login);
    }

    @Override
    public void takenBack(String subject, String login) {
        decided(subject, "takenBack", null, login);
    }

    @Override
    public void reopened(String subject) {
        jdbc.sql("""
                        insert into approval_round (subject, round, content, submitted_by, submitted_at, review_remark, reviewed_by, reviewed_at)
                        select r.subject, r.round + 1, r.content, r.submitted_by, r.submitted_at, r.review_remark, r.reviewed_by,
                          r.reviewed_at from approval_round r
                        where r.subject = :subject
                          and r.round = (select max(n.round) from approval_round n where n.subject = :subject)""").param("subject", subject).update();
    }

    private void decided(String subject, String decision, String comment, String login) {
        newest(
                subject,
                "decision = '" + decision + "', remark = :comment, decided_by = :login, decided_at = :at",
                comment,
                login);
    }

    private void newest(String subject, String set, String comment, String login) {
        int changed = jdbc.sql("update approval_round set " + set + " " + """
                         where subject = :subject and decision is null
                          and round = (select max(r.round) from approval_round r where r.subject = :subject)""")
                .param("comment", comment)
                .param("login", login)
                .param("at", offset(clock.instant()))
                .param("subject", subject)
                .update();
        if (changed != 1) {
            throw new Conflict("task.done");
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Round> latest(String subject) {
        return jdbc.sql("select * from approval_round where subject = :subject order by round desc limit 1")
                .param("subject", subject)
                .query(RoundRow::read)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Round> all(String subject) {
        return jdbc.sql("select * from approval_round where subject = :subject order by round")
                .param("subject", subject)
                .query(RoundRow::read)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Round> returned(Collection<String> subjects) {
        Map<String, Round> returned = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql("""
                            select r.* from approval_round r where r.subject in (:subjects) and r.decision = 'return'
                              and r.round = (select max(n.round) from approval_round n where n.subject = r.subject)""").param("subjects", subjects).query(row -> {
                returned.put(row.getString("subject"), RoundRow.read(row, 0));
            });
        }
        return returned;
    }
}
