package vn.plancascade.plan.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.PlanYear;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.FormData;

/** Rows of {@code national_plan}. Each change of state names the state it starts from. */
@Repository
class PlanRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(String unitCode, PlanContent content) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into national_plan (unit_code, plan_year, document_number, document_date, subject, state,
                          content, signatory, created_at)
                        values (:unit, :year, :number, :date, :subject, 'draft', :content, :signatory, :now)""")
                .param("unit", unitCode)
                .param("year", content.year())
                .param("number", content.documentNumber())
                .param("date", content.documentDate())
                .param("subject", content.subject())
                .param("content", FormData.toNode(content).toString())
                .param("signatory", content.signatory())
                .param("now", offset(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void caseOpened(long id, String processInstanceId) {
        jdbc.sql("update national_plan set process_instance_id = :case where id = :id")
                .param("case", processInstanceId)
                .param("id", id)
                .update();
    }

    /** Whether there was a draft to delete. */
    boolean discard(long id) {
        return jdbc.sql("delete from national_plan where id = :id and state = 'draft'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Replaces what a plan in force says by what an amendment has it say. */
    void amend(long id, PlanContent content) {
        int changed = jdbc.sql("update national_plan set content = :content where id = :id and state = 'issued'")
                .param("content", FormData.toNode(content).toString())
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new Conflict("plan.notInForce");
        }
    }

    /** Whether it was in force until now. */
    boolean close(long id) {
        return jdbc.sql(
                                "update national_plan set state = 'closed', closed_at = :now where id = :id and state = 'issued'")
                        .param("now", offset(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Replaces the content and moves on, from the one state in which this may happen. */
    void move(long id, PlanState from, PlanState to, PlanContent content) {
        int changed = jdbc.sql("""
                        update national_plan set state = :to, content = :content, plan_year = :year,
                          document_number = :number, document_date = :date, subject = :subject, signatory = :signatory,
                          approved_at = case :to when 'awaitingIssue' then :now when 'awaitingApproval' then null else approved_at end,
                          issued_at = case when :to = 'issued' then :now else issued_at end
                        where id = :id and state = :from""")
                .param("to", to.name())
                .param("from", from.name())
                .param("id", id)
                .param("content", FormData.toNode(content).toString())
                .param("year", content.year())
                .param("number", content.documentNumber())
                .param("date", content.documentDate())
                .param("subject", content.subject())
                .param("signatory", content.signatory())
                .param("now", offset(clock.instant()))
                .update();
        if (changed != 1) {
            throw new Conflict("task.done");
        }
    }

    Optional<NationalPlan> find(long id) {
        return jdbc.sql("select * from national_plan where id = :id")
                .param("id", id)
                .query(PlanRow.PLAN)
                .optional();
    }

    /** @throws NotFound if there is no such plan */
    NationalPlan get(long id) {
        return find(id).orElseThrow(() -> new NotFound("plan.unknown"));
    }

    /** Has others who lock the plan wait until the transaction is over. */
    void lock(long id) {
        jdbc.sql("select id from national_plan where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Those of these plans that are there. */
    List<NationalPlan> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from national_plan where id in (:ids)")
                        .param("ids", ids)
                        .query(PlanRow.PLAN)
                        .list();
    }

    /** All plans there ever were: some a year. */
    List<NationalPlan> all() {
        return jdbc.sql("select * from national_plan").query(PlanRow.PLAN).list();
    }

    /** The years of those that were issued, without what they say. */
    List<PlanYear> years() {
        return jdbc.sql("select id, plan_year, state from national_plan where issued_at is not null order by id")
                .query((row, n) -> new PlanYear(
                        row.getLong(1), row.getInt(2), PlanState.valueOf(row.getString(3)) == PlanState.closed))
                .list();
    }

    /** Keeps which plan a draft was begun from. */
    void copiedFrom(long id, long of) {
        jdbc.sql("update national_plan set copied_from = :of where id = :id")
                .param("of", of)
                .param("id", id)
                .update();
    }

    /** Plans that are still being prepared, or were given up: never many. */
    List<NationalPlan> notIssued() {
        return jdbc.sql("select * from national_plan where issued_at is null")
                .query(PlanRow.PLAN)
                .list();
    }

    /** Plans that were issued for a year, the newest first. */
    List<NationalPlan> issuedFor(int year) {
        return jdbc.sql(
                        "select * from national_plan where issued_at is not null and plan_year = :year order by id desc")
                .param("year", year)
                .query(PlanRow.PLAN)
                .list();
    }

    /** Plans, newest first: issued ones, and these of the others. */
    Page<NationalPlan> all(Collection<Long> others, String text, Integer year, PageRequest page) {
        Map<String, Object> params = new HashMap<>();
        params.put("year", year);
        params.put("others", others.isEmpty() ? List.of(-1L) : others);
        String where = " where (issued_at is not null or id in (:others)) and "
                + Search.condition(params, text, "title_folded")
                + (year == null ? "" : " and plan_year = :year");
        long total = jdbc.sql("select count(*) from national_plan" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<NationalPlan> items = jdbc.sql("select * from national_plan" + where
                        + " order by plan_year desc, id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(PlanRow.PLAN)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }
}
