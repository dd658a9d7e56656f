package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.VietnamTime;

/** What stands at each user task: read as numbers of duties by state and by the day since which they have been there. */
final class LoadFigures {

    private static final String SINCE = "cast(f.step_since at time zone '" + VietnamTime.ZONE + "' as date)";

    private static final String UNSETTLED = DutySql.UNSETTLED.replace("o.", "f.");

    private final Map<String, TreeMap<Long, Long>> days = new TreeMap<>();
    private final Map<String, Long> overdue = new HashMap<>();

    private LoadFigures() {}

    /** @param today the day up to which the work has stood there */
    static List<StepLoad> of(
            JdbcClient jdbc, DutyFacts facts, DutyKind kind, LocalDate today, Map<WorkStep, Integer> targets) {
        LoadFigures figures = new LoadFigures();
        jdbc.sql("select f.state, " + SINCE + " as since, count(*) as n, sum(case when " + DutyFacts.OVERDUE
                        + " then 1 else 0 end) as overdue from (" + facts.sql() + ") f where " + UNSETTLED
                        + " group by f.state, " + SINCE)
                .params(facts.params())
                .query(row -> {
                    LocalDate since = row.getObject("since", LocalDate.class);
                    long standing = since == null ? 0 : ChronoUnit.DAYS.between(since, today);
                    long n = row.getLong("n");
                    long late = row.getLong("overdue");
                    Holder.of(kind, ObligationState.valueOf(row.getString("state")))
                            .ifPresent(holder -> figures.add(holder.taskKey(), standing, n, late));
                });
        return figures.days.entrySet().stream()
                .map(entry -> new StepLoad(
                        entry.getKey(),
                        entry.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        figures.overdue.get(entry.getKey()),
                        Lateness.of(entry.getValue(), 0, 0).median(),
                        targets.get(step(kind, entry.getKey()))))
                .toList();
    }

    /** The step that is work at this task, a first draft rather than a returned one. */
    private static WorkStep step(DutyKind kind, String task) {
        return Arrays.stream(ObligationState.values())
                .filter(state -> Holder.of(kind, state)
                        .filter(holder -> holder.taskKey().equals(task))
                        .isPresent())
                .map(state -> WorkStep.of(kind, state, 0))
                .findFirst()
                .orElseThrow();
    }

    private void add(String task, long standing, long n, long late) {
        days.computeIfAbsent(task, any -> new TreeMap<>()).merge(standing, n, Long::sum);
        overdue.merge(task, late, Long::sum);
    }
}
