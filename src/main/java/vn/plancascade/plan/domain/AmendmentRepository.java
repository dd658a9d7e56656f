package vn.plancascade.plan.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.FormData;

/** Rows of {@code plan_amendment}. Each change of state names the state it starts from. */
@Repository
class AmendmentRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    AmendmentRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Conflict if another one of the plan is under way */
    long add(long planId, AmendmentContent content, String login) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into plan_amendment (plan_id, open_of, state, content, created_by, created_at)
                            values (:plan, :plan, 'draft', :content, :login, :now)""")
                    .param("plan", planId)
                    .param("content", stored(content))
                    .param("login", login)
                    .param("now", offset(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException another) {
            throw new Conflict("amendment.another");
        }
        return key.getKeyAs(Number.class).longValue();
    }

    void caseOpened(long id, String processInstanceId) {
        jdbc.sql("update plan_amendment set process_instance_id = :case where id = :id")
                .param("case", processInstanceId)
                .param("id", id)
                .update();
    }

    void move(long id, PlanState from, PlanState to, AmendmentContent content) {
        int changed = jdbc.sql("""
                        update plan_amendment set state = :to, content = :content,
                          open_of = case when :to = 'withdrawn' then null else open_of end,
                          approved_at = case when :to = 'awaitingIssue' then :now end
                        where id = :id and state = :from""")
                .param("to", to.name())
                .param("from", from.name())
                .param("id", id)
                .param("content", stored(content))
                .param("now", offset(clock.instant()))
                .update();
        if (changed != 1) {
            throw new Conflict("task.done");
        }
    }

    /** Issues it as the next of its plan. */
    void issue(long id, PlanContent before, AmendmentContent content, String number, LocalDate date, String signatory) {
        int changed = jdbc.sql("""
                        update plan_amendment set state = 'issued', open_of = null, issued_at = :now,
                          content = :content, content_before = :before,
                          document_number = :number, document_date = :date, signatory = :signatory,
                          amendment_no = (select coalesce(max(a.amendment_no), 0) + 1 from plan_amendment a
                            where a.plan_id = plan_amendment.plan_id)
                        where id = :id and state = 'awaitingIssue'""")
                .param("id", id)
                .param("content", stored(content))
                .param("before", FormData.toNode(before).toString())
                .param("number", number)
                .param("date", date)
                .param("signatory", signatory)
                .param("now", offset(clock.instant()))
                .update();
        if (changed != 1) {
            throw new Conflict("task.done");
        }
    }

    /** Ends what is under way of a plan; empty where nothing is. */
    Optional<Amendment> end(long planId) {
        Optional<Amendment> open = jdbc.sql("select * from plan_amendment where open_of = :plan")
                .param("plan", planId)
                .query((row, n) -> read(row))
                .optional();
        open.ifPresent(one -> move(one.id(), one.state(), PlanState.withdrawn, one.content()));
        return open;
    }

    Optional<Amendment> find(long id) {
        return jdbc.sql("select * from plan_amendment where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @throws NotFound if there is no such amendment */
    Amendment get(long id) {
        return find(id).orElseThrow(() -> new NotFound("amendment.unknown"));
    }

    /** All of a plan, the newest first. */
    List<Amendment> of(long planId) {
        return jdbc.sql("select * from plan_amendment where plan_id = :plan order by id desc")
                .param("plan", planId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those of a plan that were issued, the first of them first. */
    List<Amendment> issued(long planId) {
        return jdbc.sql("select * from plan_amendment where plan_id = :plan and state = 'issued' order by amendment_no")
                .param("plan", planId)
                .query((row, n) -> read(row))
                .list();
    }

    private static String stored(AmendmentContent content) {
        return FormData.toNode(content).toString();
    }

    private static Amendment read(ResultSet row) throws SQLException {
        String before = row.getString("content_before");
        return new Amendment(
                row.getLong("id"),
                row.getLong("plan_id"),
                row.getObject("amendment_no", Integer.class),
                PlanState.valueOf(row.getString("state")),
                PlanContents.amended(row.getString("content")),
                before == null ? null : PlanContents.read(before),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("signatory"),
                row.getString("created_by"),
                instant(row, "created_at"),
                instant(row, "approved_at"),
                instant(row, "issued_at"),
                row.getString("process_instance_id"));
    }
}
