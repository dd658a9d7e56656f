package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations.SummaryBy;
import vn.plancascade.deadline.Progress;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Rows;
import vn.plancascade.organisation.Scope;

/** Reads obligations; every list is cut to the reader's scope inside its statement. */
@Repository
class ObligationReader {

    private static final String FROM = " from obligation o join unit u on u.code = o.unit_code";

    /** Owed still: what "settled" means in SQL. */
    static final String UNSETTLED = """
            not (o.state in ('accepted', 'waived', 'notRequired', 'withdrawn')
              or (o.state = 'issued' and o.kind <> 'unitReport'))""";

    /** Owed still, and no document delivered: {@link Obligation#overdue} in SQL. */
    private static final String OVERDUE = "(o.due_at <= :now and o.document_date is null and " + UNSETTLED + ")";

    private static final Map<String, String> SORTS = Map.of(
            "unitCode", "o.unit_code",
            "unitName", "u.name",
            "provinceCode", "u.province_code",
            "dueAt", "o.due_at",
            "state", "o.state",
            "period", "o.period",
            "submittedAt", "o.submitted_at",
            "issuedAt", "o.issued_at",
            "documentDate", "o.document_date");

    private final JdbcClient jdbc;

    ObligationReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Obligation> find(long id) {
        return jdbc.sql("select o.*, u.name as unit_name, u.province_code" + FROM + " where o.id = :id")
                .param("id", id)
                .query((row, n) -> ObligationRow.read(row))
                .optional();
    }

    Optional<Obligation> find(long planId, DutyKind kind, String period, String unitCode) {
        return jdbc.sql("select o.*, u.name as unit_name, u.province_code" + FROM
                        + " where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.unit_code = :unit")
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("unit", unitCode)
                .query((row, n) -> ObligationRow.read(row))
                .optional();
    }

    Optional<Obligation> subPlan(long planId, String unitCode) {
        return jdbc.sql("select o.*, u.name as unit_name, u.province_code" + FROM
                        + " where o.plan_id = :plan and o.kind = 'subPlan' and o.unit_code = :unit")
                .param("plan", planId)
                .param("unit", unitCode)
                .query((row, n) -> ObligationRow.read(row))
                .optional();
    }

    Page<Obligation> search(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = where(query, scope, now, params);
        long total = jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Obligation> items = jdbc.sql("select o.*, u.name as unit_name, u.province_code" + FROM + where
                        + " order by " + order(query.sort()) + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> ObligationRow.read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static String where(ObligationQuery query, Scope scope, Instant now, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.condition("o.unit_code"));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        equal(
                conditions,
                params,
                "o.kind",
                "kind",
                query.kind() == null ? null : query.kind().name());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        equal(conditions, params, "u.province_code", "province", query.province());
        if (query.subtree() != null) {
            conditions.add("o.unit_code in (" + Scope.subtree("subtree") + ")");
            params.put("subtree", List.of(query.subtree()));
        }
        if (query.states() != null && !query.states().isEmpty()) {
            conditions.add("o.state in (:states)");
            params.put("states", query.states().stream().map(Enum::name).toList());
        }
        if (query.overdue() != null) {
            conditions.add(query.overdue() ? OVERDUE : "(o.due_at is null or not " + OVERDUE + ")");
            params.put("now", offset(now));
        }
        if (query.text() != null) {
            conditions.add("(upper(u.name) like upper(:text) escape '!' or o.unit_code like upper(:text) escape '!')");
            params.put("text", Rows.containing(query.text()));
        }
        return " where " + String.join(" and ", conditions);
    }

    private static void equal(
            List<String> conditions, Map<String, Object> params, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private static String order(String sort) {
        String name = sort == null || sort.isEmpty() ? "unitCode" : sort;
        boolean down = name.startsWith("-");
        String column = SORTS.get(down ? name.substring(1) : name);
        if (column == null) {
            throw new InvalidInput("sort", "sort.unknown", String.join(", ", new java.util.TreeSet<>(SORTS.keySet())));
        }
        return column + (down ? " desc" : "") + " nulls last, o.unit_code, o.id";
    }

    List<ObligationEvent> history(long id) {
        return jdbc.sql("select * from obligation_event where obligation_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new ObligationEvent(
                        instant(row, "at"),
                        row.getString("actor"),
                        row.getString("event"),
                        row.getString("detail"),
                        instant(row, "due_from"),
                        instant(row, "due_to")))
                .list();
    }

    Progress progress(long planId, DutyKind kind, Scope scope, Instant now) {
        return grouped(
                        "'all'",
                        "o.plan_id = :plan and o.kind = :kind",
                        Map.of("plan", planId, "kind", kind.name()),
                        scope,
                        now)
                .getOrDefault("all", new Progress(0, 0, 0, 0, Map.of()));
    }

    Map<String, Progress> summary(Long planId, DutyKind kind, SummaryBy by, Scope scope, Instant now) {
        String column =
                switch (by) {
                    case unit -> "o.unit_code";
                    case province -> "coalesce(u.province_code, '')";
                    case unitKind -> "u.kind";
                    case period -> "o.period";
                    case state -> "o.state";
                };
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> params = new HashMap<>();
        equal(conditions, params, "o.plan_id", "plan", planId);
        equal(conditions, params, "o.kind", "kind", kind == null ? null : kind.name());
        return grouped(column, String.join(" and ", conditions), params, scope, now);
    }

    private Map<String, Progress> grouped(
            String column, String where, Map<String, Object> values, Scope scope, Instant now) {
        Map<String, Map<ObligationState, Long>> states = new LinkedHashMap<>();
        Map<String, long[]> sums = new LinkedHashMap<>();
        jdbc.sql("""
                        select %s as group_key, o.state, o.kind, count(*) as n, count(o.process_instance_id) as started,
                          sum(case when o.due_at <= :now and o.document_date is null then 1 else 0 end) as past
                        from obligation o join unit u on u.code = o.unit_code where %s and %s
                        group by 1, o.state, o.kind order by 1""".formatted(column, where, scope.condition("o.unit_code")))
                .params(values)
                .params(scope.params())
                .param("now", offset(now))
                .query(row -> {
                    String group = row.getString("group_key");
                    ObligationState state = ObligationState.valueOf(row.getString("state"));
                    boolean settled = state.isSettled(DutyKind.valueOf(row.getString("kind")));
                    long n = row.getLong("n");
                    states.computeIfAbsent(group, g -> new EnumMap<>(ObligationState.class))
                            .merge(state, n, Long::sum);
                    long[] sum = sums.computeIfAbsent(group, g -> new long[4]);
                    sum[0] += n;
                    sum[1] += row.getLong("started");
                    sum[2] += settled ? n : 0;
                    sum[3] += settled ? 0 : row.getLong("past");
                });
        Map<String, Progress> result = new LinkedHashMap<>();
        sums.forEach(
                (group, sum) -> result.put(group, new Progress(sum[0], sum[1], sum[2], sum[3], states.get(group))));
        return result;
    }
}
