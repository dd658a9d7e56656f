package vn.plancascade.report.domain;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

/**
 * What a plan in force should have and has not, since it was issued by an earlier version: a cycle for each period of which
 * reports are planned. Made up for at each start; where there is nothing missing, nothing is done.
 */
@Component
class MissingCycles {

    private static final Logger LOG = LoggerFactory.getLogger(MissingCycles.class);

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final NationalPlans plans;
    private final TransactionTemplate transaction;

    MissingCycles(JdbcClient jdbc, Cycles cycles, NationalPlans plans, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.plans = plans;
        this.transaction = transaction;
    }

    private record Missing(long plan, String period) {}

    @EventListener(ApplicationReadyEvent.class)
    void makeUp() {
        for (Missing missing : missing()) {
            try {
                transaction.executeWithoutResult(status -> cycles.plan(missing.plan(), Set.of(missing.period())));
                LOG.warn("Period {} of plan {} had no report cycle; it has one now", missing.period(), missing.plan());
            } catch (DataIntegrityViolationException faster) {
                LOG.info("Another node planned period {} of plan {}", missing.period(), missing.plan());
            } catch (RuntimeException fault) {
                LOG.error(
                        "Reports of period {} of plan {} are planned and nothing will open them",
                        missing.period(),
                        missing.plan(),
                        fault);
            }
        }
    }

    private List<Missing> missing() {
        return jdbc
                .sql("""
                        select distinct o.plan_id, o.period from obligation o
                        left join obligation c on c.plan_id = o.plan_id and c.period = o.period and c.kind = 'reportCycle'
                        where o.kind = 'unitReport' and o.state = 'planned' and c.id is null
                        order by o.plan_id, o.period""")
                .query((row, n) -> new Missing(row.getLong("plan_id"), row.getString("period")))
                .list()
                .stream()
                .filter(missing -> plans.find(missing.plan())
                        .filter(plan -> plan.state() == PlanState.issued)
                        .isPresent())
                .toList();
    }
}
