package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.StepLoads;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.VietnamTime;

/** What stands at each user task: read as numbers of duties by state and by the day since which they have been there. */
final class LoadFigures {

    private static final String SINCE = "cast(f.step_since at time zone '" + VietnamTime.ZONE + "' as date)";

    private static final String UNSETTLED = DutySql.UNSETTLED.replace("o.", "f.");

    private LoadFigures() {}

    /** @param today the day up to which the work has stood there */
    static List<StepLoad> of(
            JdbcClient jdbc, DutyFacts facts, DutyKind kind, LocalDate today, Map<WorkStep, Integer> targets) {
        StepLoads loads = new StepLoads(today);
        jdbc.sql("select f.state, " + SINCE + " as since, count(*) as n, sum(case when " + DutyFacts.OVERDUE
                        + " then 1 else 0 end) as overdue from (" + facts.sql() + ") f where " + UNSETTLED
                        + " group by f.state, " + SINCE)
                .params(facts.params())
                .query(row -> {
                    LocalDate since = row.getObject("since", LocalDate.class);
                    long n = row.getLong("n");
                    long late = row.getLong("overdue");
                    Holder.of(kind, ObligationState.valueOf(row.getString("state")))
                            .ifPresent(holder -> loads.add(holder.taskKey(), since, n, late));
                });
        return loads.all(task -> targets.get(step(kind, task)));
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
}
