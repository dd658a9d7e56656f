package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations.SummaryBy;
import vn.plancascade.deadline.Progress;
import vn.plancascade.kernel.Conditions;
import vn.plancascade.organisation.Scope;

/** Counts of duties by their states, cut to the reader's scope inside their statement. */
@Repository
class ObligationSums {

    private final JdbcClient jdbc;
    private final Remembered remembered;

    ObligationSums(JdbcClient jdbc, Remembered remembered) {
        this.jdbc = jdbc;
        this.remembered = remembered;
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
        Conditions.equal(conditions, params, "o.plan_id", "plan", planId);
        Conditions.equal(conditions, params, "o.kind", "kind", kind == null ? null : kind.name());
        return grouped(column, String.join(" and ", conditions), params, scope, now);
    }

    private record Question(String column, String where, Map<String, Object> values, Scope scope) {}

    private Map<String, Progress> grouped(
            String column, String where, Map<String, Object> values, Scope scope, Instant now) {
        return remembered.answer(
                new Question(column, where, values, scope), () -> counted(column, where, values, scope, now));
    }

    private Map<String, Progress> counted(
            String column, String where, Map<String, Object> values, Scope scope, Instant now) {
        Map<String, Map<ObligationState, Long>> states = new LinkedHashMap<>();
        Map<String, long[]> sums = new LinkedHashMap<>();
        jdbc.sql("""
                        select %s as group_key, o.state, o.kind, count(*) as n, count(o.process_instance_id) as started,
                          sum(case when o.due_at <= :now and o.document_date is null then 1 else 0 end) as past
                        %s where %s and %s
                        group by 1, o.state, o.kind order by 1""".formatted(column, DutyPage.from(column), where, scope.condition("o.unit_code")))
                .params(values)
                .params(scope.params())
                .param("now", offset(now))
                .query(row -> {
                    String group = row.getString("group_key");
                    ObligationState state = ObligationState.valueOf(row.getString("state"));
                    boolean over = state.isSettled(DutyKind.valueOf(row.getString("kind")));
                    long n = row.getLong("n");
                    states.computeIfAbsent(group, g -> new EnumMap<>(ObligationState.class))
                            .merge(state, n, Long::sum);
                    long[] sum = sums.computeIfAbsent(group, g -> new long[4]);
                    sum[0] += n;
                    sum[1] += row.getLong("started");
                    sum[2] += over && state != ObligationState.notAccomplished ? n : 0;
                    sum[3] += over ? 0 : row.getLong("past");
                });
        Map<String, Progress> result = new LinkedHashMap<>();
        sums.forEach(
                (group, sum) -> result.put(group, new Progress(sum[0], sum[1], sum[2], sum[3], states.get(group))));
        return Collections.unmodifiableMap(result);
    }
}
