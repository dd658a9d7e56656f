package vn.plancascade.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers what stands at user tasks from numbers by the day since which it has stood there. */
public final class StepLoads {

    private final LocalDate today;
    private final Map<String, TreeMap<Long, Long>> days = new TreeMap<>();
    private final Map<String, Long> overdue = new HashMap<>();

    /** @param today the day up to which the work has stood there */
    public StepLoads(LocalDate today) {
        this.today = today;
    }

    /** @param since null where it is not known, which counts as today */
    public void add(String task, LocalDate since, long running, long late) {
        long standing = since == null ? 0 : ChronoUnit.DAYS.between(since, today);
        days.computeIfAbsent(task, any -> new TreeMap<>()).merge(standing, running, Long::sum);
        overdue.merge(task, late, Long::sum);
    }

    /** By the names of the tasks; a target may be null. */
    public List<StepLoad> all(Function<String, Integer> targets) {
        return days.entrySet().stream()
                .map(entry -> {
                    Lateness standing = Lateness.of(entry.getValue(), 0, 0);
                    return new StepLoad(
                            entry.getKey(),
                            standing.late(),
                            overdue.get(entry.getKey()),
                            standing.median(),
                            targets.apply(entry.getKey()));
                })
                .toList();
    }
}
