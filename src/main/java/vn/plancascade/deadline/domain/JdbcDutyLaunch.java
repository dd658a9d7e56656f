package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CasesOpened;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/** Writes duties by sets, and takes those whose cases are to be opened. */
@Service
@Transactional
class JdbcDutyLaunch implements DutyLaunch {

    private static final String WAITING =
            "o.plan_id = :plan and o.kind = 'subPlan' and " + DutySql.mayStart(DutyStep.released);

    private static final String FOR_THIS_SUPERIOR = """
             and o.unit_code in (select r.unit_code from unit_relation r
               where r.superior_code = :superior and %s)""".formatted(Valid.reportsTo("r"));

    private final DutyAssignment assignment;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final DutyMoves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcDutyLaunch(
            DutyAssignment assignment,
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            DutyMoves moves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assignment = assignment;
        this.jdbc = jdbc;
        this.batch = batch;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int assign(long planId, String issuer, List<DutyRule> rules, LocalDate day, String top, boolean tierByTier) {
        return assignTo(null, planId, issuer, rules, day, top, tierByTier);
    }

    @Override
    public int assignTo(
            String unitCode,
            long planId,
            String issuer,
            List<DutyRule> rules,
            LocalDate day,
            String top,
            boolean tierByTier) {
        return rules.isEmpty() ? 0 : assignment.assign(unitCode, planId, issuer, rules, day, top, tierByTier);
    }

    @Override
    public int assignBeside(String period, long planId, String issuer, List<DutyRule> rules, LocalDate day) {
        return rules.isEmpty() ? 0 : assignment.assignBeside(period, planId, issuer, rules, day);
    }

    @Override
    public long assignOne(
            long planId, String issuer, DutyKind kind, String period, String unitCode, Instant opensAt, Instant dueAt) {
        return assignment.assignOne(planId, issuer, kind, period, unitCode, opensAt, dueAt);
    }

    @Override
    @Transactional(readOnly = true)
    public List<UnitKind> kindsWaitingFor(long planId, String superior) {
        return jdbc.sql("select distinct u.kind from obligation o join unit u on u.code = o.unit_code where "
                        + waitingFor(superior))
                .params(waiting(planId, superior))
                .query((row, n) -> UnitKind.valueOf(row.getString(1)))
                .list();
    }

    @Override
    public int released(long planId, String superior, UnitKind kind, Instant dueAt) {
        Map<String, Object> params = waiting(planId, superior);
        params.put("kind", kind.name());
        params.put("due", offset(dueAt));
        params.put("now", offset(clock.instant()));
        String which = " where " + waitingFor(superior)
                + " and o.unit_code in (select k.code from unit k where k.kind = :kind)";
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, event, due_to)
                        select o.id, cast(:now as timestamp with time zone), 'released',
                          cast(:due as timestamp with time zone) from obligation o""" + which).params(params).update();
        return jdbc.sql("""
                        update obligation o set state = '%s', opens_at = :now, step_since = :now, original_due_at = :due,
                          due_at = :due""".formatted(DutyStep.released.to()) + which)
                .params(params)
                .update();
    }

    private static String waitingFor(String superior) {
        return superior == null ? WAITING : WAITING + FOR_THIS_SUPERIOR;
    }

    private Map<String, Object> waiting(long planId, String superior) {
        Map<String, Object> params = new HashMap<>();
        params.put("plan", planId);
        params.put("superior", superior);
        params.put("day", VietnamTime.dayOf(clock.instant()));
        return params;
    }

    @Override
    public List<Unstarted> take(Batch of, int n) {
        return waiting(
                        "select id, unit_code, due_at from obligation o where %s order by unit_code limit :n for update skip locked",
                        of)
                .param("n", n)
                .query((row, i) -> new Unstarted(row.getLong(1), row.getString(2), Rows.instant(row, "due_at")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyUnstarted(Batch of) {
        return waiting("select exists (select 1 from obligation o where %s)", of)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public long unstarted(Batch of) {
        return waiting("select count(*) from obligation o where %s", of)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec waiting(String sql, Batch of) {
        String planned = "o.plan_id = :plan and o.kind = :kind and o.state = 'planned'"
                + (of.period() == null ? "" : " and o.period = :period");
        return jdbc.sql(sql.formatted(planned))
                .param("plan", of.planId())
                .param("kind", of.kind().name())
                .param("period", of.period());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyFailedStart(long planId) {
        return jdbc.sql("select exists (select 1 from obligation where plan_id = :plan and state = 'startFailed')")
                .param("plan", planId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void started(Map<Long, Opened> cases) {
        SqlParameterSource[] rows = new TreeMap<>(cases)
                .entrySet().stream()
                        .map(entry -> new MapSqlParameterSource("id", entry.getKey())
                                .addValue("case", entry.getValue().processInstance())
                                .addValue("superior", entry.getValue().superiorCode())
                                .addValue("at", offset(clock.instant()))
                                .addValue("event", DutyStep.started.name()))
                        .toArray(SqlParameterSource[]::new);
        int[] changed =
                batch.batchUpdate("""
                update obligation o set state = '%s', process_instance_id = :case, superior_code = :superior,
                  reason = null, started_at = :at, step_since = :at
                where o.id = :id and %s""".formatted(DutyStep.started.to(), DutySql.mayStart(DutyStep.started)), rows);
        for (int n : changed) {
            if (n != 1) {
                throw new Conflict("obligation.moved");
            }
        }
        batch.batchUpdate("insert into obligation_event (obligation_id, at, event) values (:id, :at, :event)", rows);
        events.publishEvent(new CasesOpened(List.copyOf(cases.keySet())));
    }

    @Override
    public void startFailed(long id, String error) {
        moves.step(id, DutyStep.startFailed, null, error, "reason = :reason", DutyMoves.reason(error));
    }

    @Override
    public int retryFailed(long planId, String actor) {
        int waiting = jdbc.sql("""
                        update obligation set state = 'planned', reason = null
                        where plan_id = :plan and state = 'startFailed'""").param("plan", planId).update();
        events.publishEvent(Act.of(ActWord.startsRetried, actor).ofPlan(planId).about(waiting));
        return waiting;
    }

    @Override
    public void carriedBy(long id, String processInstance) {
        jdbc.sql("update obligation set process_instance_id = :case where id = :id")
                .param("case", processInstance)
                .param("id", id)
                .update();
    }
}
