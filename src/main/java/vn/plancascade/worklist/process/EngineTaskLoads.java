package vn.plancascade.worklist.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.StepLoads;
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
        StepLoads loads = new StepLoads(VietnamTime.dayOf(clock.instant()));
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
                    loads.add(
                            row.getString(1),
                            row.getObject("since", LocalDate.class),
                            row.getLong("n"),
                            row.getLong("overdue"));
                });
        return loads.all(task -> null);
    }
}
