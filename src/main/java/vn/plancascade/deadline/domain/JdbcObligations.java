package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CasesOpened;
import vn.plancascade.deadline.DutiesAssigned;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Progress;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;

/** The steps of a duty, each one statement that names the states it may start from, and a line in its history. */
@Service
@Transactional
class JdbcObligations implements Obligations {

    /** Whether the unit's sub-plan waits: the unit that it reports to owes one as well. */
    private static final String WAITS = """
            d.kind = 'subPlan' and exists (
              select 1 from unit_relation r join unit s on s.code = r.superior_code
              where r.unit_code = u.code and r.superior_code <> :top and r.relation = 'REPORTS_TO' and r.valid_from <= :day
                and (r.valid_to is null or r.valid_to > :day) and s.kind in (:above)
                and s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day))""";

    private static final String WAITING = "o.plan_id = :plan and o.kind = 'subPlan' and o.state = 'waitingForSuperior'";

    private static final String FOR_THIS_SUPERIOR = """
             and o.unit_code in (select r.unit_code from unit_relation r
               where r.superior_code = :superior and r.relation = 'REPORTS_TO' and r.valid_from <= :day
                 and (r.valid_to is null or r.valid_to > :day))""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ObligationReader reader;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcObligations(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            ObligationReader reader,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.reader = reader;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int assign(long planId, List<DutyRule> rules, LocalDate day, String top) {
        if (rules.isEmpty()) {
            return 0;
        }
        MapSqlParameterSource params = new MapSqlParameterSource()
                .addValue("plan", planId)
                .addValue("top", top)
                .addValue("day", day)
                .addValue("now", offset(clock.instant()))
                .addValue(
                        "above",
                        rules.stream()
                                .filter(rule -> rule.kind() == DutyKind.subPlan)
                                .map(rule -> rule.unitKind().name())
                                .toList());
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            DutyRule rule = rules.get(i);
            values.append(i == 0 ? "" : ", ")
                    .append("(cast(:unitKind%1$d as varchar(30)), cast(:kind%1$d as varchar(12)), ".formatted(i))
                    .append("cast(:period%1$d as varchar(10)), cast(:form%1$d as varchar(5)), ".formatted(i))
                    .append("cast(:opens%1$d as timestamp with time zone), ".formatted(i))
                    .append("cast(:due%1$d as timestamp with time zone), ".formatted(i))
                    .append("cast(:state%1$d as varchar(20)), cast(:reason%1$d as varchar(1000)))".formatted(i));
            params.addValue("unitKind" + i, rule.unitKind().name())
                    .addValue("kind" + i, rule.kind().name())
                    .addValue("period" + i, rule.period())
                    .addValue("form" + i, rule.form())
                    .addValue("opens" + i, offset(rule.opensAt()))
                    .addValue("due" + i, offset(rule.dueAt()))
                    .addValue("state" + i, rule.initial().name())
                    .addValue("reason" + i, rule.reason());
        }
        int written = batch.update("""
                insert into obligation
                  (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state, reason, settled_at)
                select :plan, d.kind, d.period, u.code, d.form, d.opens_at,
                  case when %1$s then null else d.due_at end, case when %1$s then null else d.due_at end,
                  case when %1$s then 'waitingForSuperior' else d.state end, d.reason,
                  case when d.state = 'notRequired' then cast(:now as timestamp with time zone) end
                from unit u join (values %2$s) d(unit_kind, kind, period, form, opens_at, due_at, state, reason)
                  on d.unit_kind = u.kind
                where u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
                order by d.kind, d.period, u.code""".formatted(top == null ? "false" : WAITS, values), params);
        events.publishEvent(new DutiesAssigned(planId, List.copyOf(rules)));
        return written;
    }

    @Override
    public int dueByTier(long planId, String period, String top, int tier, Instant dueAt) {
        return jdbc.sql("""
                        update obligation set original_due_at = :due, due_at = :due
                        where plan_id = :plan and kind = 'unitReport' and period = :period and state = 'planned'
                          and unit_code in (
                            select b.unit_code from unit_below b join unit s on s.code = b.superior_code
                            where s.code <> :top and s.kind not in ('MOH', 'COMMITTEE', 'MINISTRY')
                            group by b.unit_code having count(*) >= :tier)""")
                .param("plan", planId)
                .param("period", period)
                .param("top", top)
                .param("tier", tier)
                .param("due", offset(dueAt))
                .update();
    }

    @Override
    public long assignOne(long planId, DutyKind kind, String period, String unitCode, Instant opensAt, Instant dueAt) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into obligation
                          (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state)
                        values (:plan, :kind, :period, :unit, 'full', :opens, :due, :due, 'planned')""")
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("unit", unitCode)
                .param("opens", offset(opensAt))
                .param("due", offset(dueAt))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public void carriedBy(long id, String processInstance) {
        jdbc.sql("update obligation set process_instance_id = :case where id = :id")
                .param("case", processInstance)
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> unitsOf(Collection<Long> ids) {
        Map<Long, String> units = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, unit_code from obligation where id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        units.put(row.getLong(1), row.getString(2));
                    });
        }
        return units;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Obligation> find(long planId, DutyKind kind, String period, String unitCode) {
        return reader.find(planId, kind, period, unitCode);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Obligation> find(long id) {
        return reader.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Obligation get(long id) {
        return reader.find(id).orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Obligation> subPlan(long planId, String unitCode) {
        return reader.subPlan(planId, unitCode);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Obligation> search(ObligationQuery query, Scope scope, PageRequest page) {
        return reader.search(query, scope, clock.instant(), page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObligationEvent> history(long id) {
        return reader.history(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Progress progress(long planId, DutyKind kind, Scope scope) {
        return reader.progress(planId, kind, scope, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Progress> summary(Long planId, DutyKind kind, SummaryBy by, Scope scope) {
        return reader.summary(planId, kind, by, scope, clock.instant());
    }

    @Override
    public List<Unstarted> takeUnstarted(long planId, DutyKind kind, String period, int n) {
        return jdbc.sql("""
                        select id, unit_code from obligation
                        where plan_id = :plan and kind = :kind and state = 'planned'%s
                        order by id limit :n for update skip locked""".formatted(ofPeriod(period)))
                .param("plan", planId)
                .param("period", period)
                .param("kind", kind.name())
                .param("n", n)
                .query((row, i) -> new Unstarted(row.getLong(1), row.getString(2)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyUnstarted(long planId, DutyKind kind, String period) {
        return jdbc.sql("""
                        select exists (select 1 from obligation
                          where plan_id = :plan and kind = :kind and state = 'planned'%s)""".formatted(ofPeriod(period)))
                .param("plan", planId)
                .param("period", period)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    private static String ofPeriod(String period) {
        return period == null ? "" : " and period = :period";
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
    public void started(Map<Long, String> processInstances) {
        SqlParameterSource[] rows = new TreeMap<>(processInstances)
                .entrySet().stream()
                        .map(entry -> new MapSqlParameterSource("id", entry.getKey())
                                .addValue("case", entry.getValue())
                                .addValue("at", offset(clock.instant())))
                        .toArray(SqlParameterSource[]::new);
        int[] changed = batch.batchUpdate("""
                update obligation set state = 'drafting', process_instance_id = :case, reason = null, started_at = :at
                where id = :id and state in ('planned', 'startFailed')""", rows);
        for (int n : changed) {
            if (n != 1) {
                throw new Conflict("obligation.moved");
            }
        }
        batch.batchUpdate("insert into obligation_event (obligation_id, at, event) values (:id, :at, 'started')", rows);
        events.publishEvent(new CasesOpened(List.copyOf(processInstances.keySet())));
    }

    @Override
    public void startFailed(long id, String error) {
        step(
                id,
                "startFailed",
                null,
                error,
                "state = 'startFailed', reason = :reason",
                "'planned'",
                Map.of("reason", shortened(error, 1000)));
    }

    @Override
    public int retryFailed(long planId) {
        return jdbc.sql("""
                        update obligation set state = 'planned', reason = null
                        where plan_id = :plan and state = 'startFailed'""").param("plan", planId).update();
    }

    @Override
    public void submitted(long id, String actor) {
        step(
                id,
                "submitted",
                actor,
                null,
                "state = 'awaitingApproval', submitted_at = :now",
                "'drafting', 'revisionRequested'",
                Map.of());
    }

    @Override
    public void returned(long id, String actor, String comment) {
        step(
                id,
                "returned",
                actor,
                comment,
                "state = 'drafting', times_returned = times_returned + 1",
                "'awaitingApproval'",
                Map.of());
    }

    @Override
    public void approved(long id, String actor, String comment) {
        step(
                id,
                "approved",
                actor,
                comment,
                "state = 'awaitingIssue', approved_at = :now",
                "'awaitingApproval'",
                Map.of());
    }

    @Override
    public void issued(long id, String actor, String documentNumber, LocalDate documentDate, String signatory) {
        issue(id, "issued", actor, documentNumber, documentDate, signatory, "'awaitingIssue'");
    }

    @Override
    public void issuedOutside(long id, String actor, String documentNumber, LocalDate documentDate, String signatory) {
        issue(
                id,
                "issuedOutside",
                actor,
                documentNumber,
                documentDate,
                signatory,
                "'drafting', 'awaitingApproval', 'awaitingIssue', 'revisionRequested'");
    }

    private void issue(
            long id,
            String event,
            String actor,
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            String from) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", documentNumber);
        values.put("date", documentDate);
        values.put("signatory", signatory);
        step(id, event, actor, documentNumber, """
                state = 'issued', issued_at = :now, settled_at = case when kind <> 'unitReport' then :now end,
                document_number = :number, document_date = coalesce(document_date, :date), signatory = :signatory""", from, values);
        // Lateness goes by the document's date: the mark that the passing deadline set is taken back, and that is on
        // record.
        if (!clock.instant().isBefore(get(id).dueAt()) && !get(id).late()) {
            log(id, "enteredLate", null, null);
        }
    }

    @Override
    public void signed(long id, String form, String signedFor, String block, String inWords) {
        Map<String, Object> values = new HashMap<>();
        values.put("form", form);
        values.put("for", signedFor);
        values.put("block", block);
        move(id, "signing_form = :form, signed_for = :for, signing_block = :block", "o.state = 'issued'", values);
        if (inWords != null) {
            log(id, "signedFor", null, inWords);
        }
    }

    @Override
    public void actedInstead(long id, String actor, String inWords) {
        log(id, "actedInstead", actor, inWords);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Signature> signature(long id) {
        return jdbc.sql(
                        "select signing_form, signed_for, signing_block from obligation where id = :id and signing_block is not null")
                .param("id", id)
                .query((row, n) -> new Signature(
                        row.getString(1),
                        row.getString(2),
                        List.of(row.getString(3).split("\n"))))
                .optional();
    }

    @Override
    public void signedCopyAdded(long id, String actor, String fileName) {
        log(id, "signedCopyAdded", actor, fileName);
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
                        update obligation o set state = 'planned', opens_at = :now, original_due_at = :due, due_at = :due""" + which).params(params).update();
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
    public void accepted(long id, String actor, String comment) {
        step(
                id,
                "accepted",
                actor,
                comment,
                "state = 'accepted', accepted_at = :now, settled_at = :now",
                "'issued'",
                Map.of());
    }

    @Override
    public void revisionRequested(long id, String actor, String comment) {
        step(
                id,
                "revisionRequested",
                actor,
                comment,
                "state = 'revisionRequested', times_returned = times_returned + 1",
                "'issued'",
                Map.of());
    }

    @Override
    public void noted(long id, String event, String actor, String detail) {
        log(id, event, actor, detail);
        events.publishEvent(new ObligationChanged(get(id), event, actor, detail));
    }

    @Override
    public void withdrawn(long id, String actor, String reason) {
        step(
                id,
                "withdrawn",
                actor,
                reason,
                "state = 'withdrawn', settled_at = :now, reason = :reason",
                """
                'planned', 'waitingForSuperior', 'startFailed', 'drafting', 'awaitingApproval', 'awaitingIssue',
                'revisionRequested'""",
                Map.of("reason", shortened(reason, 1000)));
    }

    @Override
    public void waived(long id, String actor, String reason) {
        move(
                id,
                "state = 'waived', settled_at = :now, reason = :reason",
                ObligationReader.UNSETTLED,
                Map.of("reason", shortened(reason, 1000)));
        log(id, "waived", actor, reason);
        events.publishEvent(new ObligationChanged(get(id), "waived", actor, reason));
    }

    @Override
    public void extended(long id, String actor, Instant from, Instant to, String reason) {
        move(
                id,
                "due_at = :to",
                "o.due_at = :from and " + ObligationReader.UNSETTLED,
                Map.of("from", offset(from), "to", offset(to)));
        log(id, "extended", actor, reason, from, to);
        events.publishEvent(new ObligationChanged(get(id), "extended", actor, reason));
    }

    @Override
    public void deadlinePassed(long id) {
        Obligation obligation = get(id);
        if (obligation.overdue(clock.instant())) {
            log(id, "deadlinePassed", null, null);
            events.publishEvent(new ObligationChanged(obligation, "deadlinePassed", null, null));
        }
    }

    @Override
    public void withdrawWithoutCase(long planId, String actor, String reason) {
        String which = " where o.plan_id = :plan and o.process_instance_id is null and " + ObligationReader.UNSETTLED;
        Map<String, Object> values = new HashMap<>();
        values.put("plan", planId);
        values.put("now", offset(clock.instant()));
        values.put("actor", actor);
        values.put("reason", shortened(reason, 1000));
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, actor, event, detail)
                        select o.id, cast(:now as timestamp with time zone), :actor, 'withdrawn', :reason from obligation o""" + which).params(values).update();
        jdbc.sql("update obligation o set state = 'withdrawn', settled_at = :now, reason = :reason" + which)
                .params(values)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Obligation> openCases(long planId, int n) {
        return jdbc.sql("""
                        select o.*, u.name as unit_name, u.province_code
                        from obligation o join unit u on u.code = o.unit_code
                        where o.plan_id = :plan and o.process_instance_id is not null and %s order by o.id limit :n""".formatted(ObligationReader.UNSETTLED))
                .param("plan", planId)
                .param("n", n)
                .query((row, i) -> ObligationRow.read(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyUnsettled(long planId) {
        return jdbc.sql("select exists (select 1 from obligation o where o.plan_id = :plan and "
                        + ObligationReader.UNSETTLED + ")")
                .param("plan", planId)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyUnsettled(long planId, DutyKind kind, String period) {
        return jdbc.sql("""
                        select exists (select 1 from obligation o
                          where o.plan_id = :plan and o.kind = :kind and o.period = :period and %s)""".formatted(ObligationReader.UNSETTLED))
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void followedUp(Collection<Long> ids, String actor, String note) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            insert into obligation_event (obligation_id, at, actor, event, detail)
                            select o.id, cast(:at as timestamp with time zone), cast(:actor as varchar(80)), 'followedUp',
                              cast(:note as varchar(4000))
                            from obligation o where o.id in (:ids)""")
                    .param("at", offset(clock.instant()))
                    .param("actor", actor)
                    .param("note", note)
                    .param("ids", ids)
                    .update();
        }
    }

    private void step(
            long id, String event, String actor, String detail, String set, String from, Map<String, Object> values) {
        move(id, set, "o.state in (" + from + ")", values);
        log(id, event, actor, detail);
        events.publishEvent(new ObligationChanged(get(id), event, actor, detail));
    }

    private void move(long id, String set, String condition, Map<String, Object> values) {
        Map<String, Object> params = new HashMap<>(values);
        params.put("id", id);
        params.put("now", offset(clock.instant()));
        if (batch.update("update obligation o set " + set + " where o.id = :id and " + condition, params) == 0) {
            throw new Conflict("obligation.moved");
        }
    }

    private void log(long id, String event, String actor, String detail) {
        log(id, event, actor, detail, null, null);
    }

    private void log(long id, String event, String actor, String detail, Instant from, Instant to) {
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, actor, event, detail, due_from, due_to)
                        values (:id, :at, :actor, :event, :detail, :from, :to)""")
                .param("from", offset(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", offset(to), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("event", event)
                .param("detail", shortened(detail, 4000))
                .update();
    }

    private static String shortened(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
