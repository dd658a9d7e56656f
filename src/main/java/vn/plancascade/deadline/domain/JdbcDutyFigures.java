package vn.plancascade.deadline.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Ageing;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.PlansOfYears;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;

/** Each figure by one statement over {@link DutyFacts}, cut to the reader's scope inside it. */
@Service
@Transactional(readOnly = true)
class JdbcDutyFigures implements DutyFigures {

    /** The day after the last permitted one, as which a due moment is kept. */
    private static final String DAY = "cast(f.%s at time zone '" + VietnamTime.ZONE + "' as date)";

    private static final String ON_TIME =
            "sum(case when " + DutyFacts.EXPECTED + " and f.document_date < " + DAY + " then 1 else 0 end)";

    private static final String COUNTS =
            "f.state, f.kind, count(*) as n, sum(case when f.started then 1 else 0 end) as started,"
                    + " sum(case when " + DutyFacts.OVERDUE + " then 1 else 0 end) as overdue,"
                    + " sum(case when " + DutyFacts.EXPECTED + " then 1 else 0 end) as expected,"
                    + " sum(case when " + DutyFacts.EXPECTED
                    + " and f.document_date is not null then 1 else 0 end) as actual, "
                    + ON_TIME.formatted("due_at") + " as on_time, " + ON_TIME.formatted("original_due_at")
                    + " as on_time_original";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PlanTermsSource plans;
    private final PlansOfYears years;

    JdbcDutyFigures(JdbcClient jdbc, Clock clock, PlanTermsSource plans, PlansOfYears years) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.plans = plans;
        this.years = years;
    }

    @Override
    public Map<String, Measures> summary(DutyFilter filter, By by, Scope scope) {
        Instant moment = moment(filter);
        DutyFacts facts = DutyFacts.of(filter, scope, years, moment);
        String key = key(by, facts, moment);
        Map<String, Group> groups = grouped(facts, key);
        Map<String, Measures> summary = new LinkedHashMap<>();
        groups.forEach((name, group) -> summary.put(by == By.day ? lastDay(name) : name, group.measures()));
        return Collections.unmodifiableMap(summary);
    }

    @Override
    public Map<String, Lateness> lateness(DutyFilter filter, By by, Scope scope) {
        Instant moment = moment(filter);
        DutyFacts facts = DutyFacts.of(filter, scope, years, moment);
        return LatenessFigures.of(jdbc, facts, key(by, facts, moment), VietnamTime.dayOf(moment));
    }

    private String key(By by, DutyFacts facts, Instant moment) {
        return switch (by) {
            case unit -> "f.unit_code";
            case province -> "coalesce(f.province, '')";
            case unitKind -> "f.unit_kind";
            case superior -> "coalesce(f.superior, '')";
            case period -> "f.period";
            case state -> "f.state";
            case step -> WorkStep.sql("f");
            case year -> years.yearOf("f.plan_id");
            case ageing -> AgeingSql.of(facts.params(), moment);
            case day -> "coalesce(cast(" + DAY.formatted("due_at") + " as varchar(10)), '')";
        };
    }

    private static String lastDay(String dueDay) {
        return dueDay.isEmpty() ? "" : LocalDate.parse(dueDay).minusDays(1).toString();
    }

    @Override
    public Measures sum(DutyFilter filter, Scope scope) {
        Group all = grouped(DutyFacts.of(filter, scope, years, moment(filter)), "''")
                .get("");
        return all == null ? Measures.NONE : all.measures();
    }

    private Map<String, Group> grouped(DutyFacts facts, String key) {
        Map<String, Group> groups = new LinkedHashMap<>();
        jdbc.sql("select " + key + " as group_key, " + COUNTS + " from (" + facts.sql()
                        + ") f group by 1, f.state, f.kind order by 1, f.state")
                .params(facts.params())
                .query(row -> {
                    String name = row.getString("group_key");
                    groups.computeIfAbsent(name == null ? "" : name, any -> new Group())
                            .add(row);
                });
        return groups;
    }

    @Override
    public Map<Ageing, Map<WorkStep, Long>> ageing(DutyFilter filter, Scope scope) {
        Instant moment = moment(filter);
        DutyFacts facts = DutyFacts.of(filter, scope, years, moment);
        Map<Ageing, Map<WorkStep, Long>> cells = new EnumMap<>(Ageing.class);
        jdbc.sql("select " + AgeingSql.of(facts.params(), moment) + ", " + WorkStep.sql("f") + ", count(*) from ("
                        + facts.sql() + ") f where " + DutyFacts.OVERDUE + " group by 1, 2")
                .params(facts.params())
                .query(row -> {
                    cells.computeIfAbsent(Ageing.of(row.getString(1)), any -> new EnumMap<>(WorkStep.class))
                            .put(WorkStep.valueOf(row.getString(2)), row.getLong(3));
                });
        return Collections.unmodifiableMap(cells);
    }

    @Override
    public Curve curve(DutyFilter filter, Scope scope) {
        Instant moment = moment(filter);
        DutyFacts facts = DutyFacts.of(filter, scope, years, moment);
        CurveDays days = new CurveDays(first(filter), VietnamTime.dayOf(moment));
        jdbc.sql("select f.document_date, " + DAY.formatted("due_at") + ", count(*) from (" + facts.sql() + ") f where "
                        + DutyFacts.EXPECTED + " group by 1, 2")
                .params(facts.params())
                .query(row -> {
                    days.add(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getLong(3));
                });
        return days.curve();
    }

    @Override
    public List<StepLoad> load(DutyFilter filter, Scope scope) {
        Map<WorkStep, Integer> targets =
                filter.plan() == null ? Map.of() : plans.terms(filter.plan()).stepTargets();
        Instant moment = moment(filter);
        return LoadFigures.of(
                jdbc, DutyFacts.of(filter, scope, years, moment), filter.kind(), VietnamTime.dayOf(moment), targets);
    }

    /** The last moment that counts: now, or the last one of the day asked for that a database can keep. */
    private Instant moment(DutyFilter filter) {
        Instant now = clock.instant();
        LocalDate asOf = filter.asOf();
        if (asOf == null) {
            return now;
        }
        if (asOf.isAfter(VietnamTime.dayOf(now))) {
            throw new InvalidInput("asOf", "asOf.future", VietnamTime.text(VietnamTime.dayOf(now)));
        }
        LocalDate first = first(filter);
        if (first != null && asOf.isBefore(first)) {
            throw new InvalidInput("asOf", "asOf.beforePlan", VietnamTime.text(first));
        }
        Instant end = VietnamTime.startOf(asOf.plusDays(1)).minus(1, ChronoUnit.MICROS);
        return end.isAfter(now) ? now : end;
    }

    /** The day on which the first duties of the plan, or of any where none is named, were given; null while there are none. */
    private LocalDate first(DutyFilter filter) {
        return jdbc
                .sql("select min(coalesce(given_at, opens_at)) as given_at from obligation"
                        + (filter.plan() == null ? "" : " where plan_id = :plan"))
                .param("plan", filter.plan())
                .query((row, n) -> Rows.instant(row, "given_at"))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(VietnamTime::dayOf)
                .findFirst()
                .orElse(null);
    }

    /** What the rows of one group add up to. */
    private static final class Group {
        private final Map<ObligationState, Long> byState = new TreeMap<>();
        private final long[] sums = new long[8];

        void add(ResultSet row) throws SQLException {
            ObligationState state = ObligationState.valueOf(row.getString("state"));
            long n = row.getLong("n");
            byState.merge(state, n, Long::sum);
            boolean settled = state != ObligationState.notRequired
                    && state != ObligationState.notAccomplished
                    && state.isSettled(DutyKind.valueOf(row.getString("kind")));
            long[] added = {
                row.getLong("expected"),
                row.getLong("actual"),
                row.getLong("on_time"),
                row.getLong("on_time_original"),
                n,
                row.getLong("started"),
                settled ? n : 0,
                row.getLong("overdue")
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += added[i];
            }
        }

        Measures measures() {
            return new Measures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7], byState);
        }
    }
}
