package vn.plancascade.worklist.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.worklist.TaskLoads;

/** Reads them from the engine's tasks, each counted once whatever groups it waits for. */
@Repository
class EngineTaskLoads implements TaskLoads {

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineTaskLoads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StepLoad> of(String process, Scope scope) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        Map<String, TreeMap<Long, Long>> days = new TreeMap<>();
        Map<String, Long> overdue = new HashMap<>();
        // The engine writes moments without a zone, in Việt Nam's.
        jdbc.sql("""
                        select t.TASK_DEF_KEY_, cast(t.CREATE_TIME_ as date) as since, count(*) as n,
                          sum(case when t.DUE_DATE_ <= :now then 1 else 0 end) as overdue
                        from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
                        where d.KEY_ = :process and exists (select 1 from ACT_RU_IDENTITYLINK l
                          where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and %s)
                        group by t.TASK_DEF_KEY_, cast(t.CREATE_TIME_ as date)""".formatted(scope.condition("substring(l.GROUP_ID_ from position(':' in l.GROUP_ID_) + 1)")))
                .param("process", process)
                .param("now", clock.instant().atZone(VietnamTime.ZONE).toLocalDateTime())
                .params(scope.params())
                .query(row -> {
                    String task = row.getString(1);
                    long standing = ChronoUnit.DAYS.between(row.getObject("since", LocalDate.class), today);
                    days.computeIfAbsent(task, any -> new TreeMap<>()).merge(standing, row.getLong("n"), Long::sum);
                    overdue.merge(task, row.getLong("overdue"), Long::sum);
                });
        return days.entrySet().stream()
                .map(entry -> {
                    Lateness standing = Lateness.of(entry.getValue(), 0, 0);
                    return new StepLoad(
                            entry.getKey(), standing.late(), overdue.get(entry.getKey()), standing.median(), null);
                })
                .toList();
    }
}
