package vn.plancascade.report.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;
import vn.plancascade.report.UnopenedPeriods;

/**
 * What a plan in force should have and has not, since it was issued by an earlier version: a cycle for each period of which
 * reports are planned. Made up for at each start; where there is nothing missing, nothing is done.
 */
@Component
class MissingCycles implements UnopenedPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(MissingCycles.class);

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final NationalPlans plans;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MissingCycles(
            JdbcClient jdbc,
            Cycles cycles,
            NationalPlans plans,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.plans = plans;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public void makeUp(Actor actor) {
        actor.requireAdministrator();
        makeUp(actor.login());
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeUpAtStart() {
        makeUp((String) null);
    }

    private void makeUp(String actor) {
        for (UnopenedPeriod missing : list()) {
            try {
                transaction.executeWithoutResult(status -> makeUp(missing, actor));
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

    private void makeUp(UnopenedPeriod missing, String actor) {
        cycles.plan(missing.plan(), Set.of(missing.period()));
        if (actor != null) {
            events.publishEvent(
                    Act.of(ActWord.periodMadeUp, actor).ofPlan(missing.plan()).about(missing.period()));
        }
    }

    @Override
    public List<UnopenedPeriod> list() {
        return jdbc.sql("""
                        select distinct o.plan_id, o.period from obligation o
                        left join obligation c on c.plan_id = o.plan_id and c.period = o.period and c.kind = 'reportCycle'
                        where o.kind = 'unitReport' and o.state = 'planned' and c.id is null
                        order by o.plan_id, o.period""").query((row, n) -> found(row.getLong("plan_id"), row.getString("period"))).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<UnopenedPeriod> found(long planId, String period) {
        return plans.find(planId)
                .filter(plan -> plan.state() == PlanState.issued)
                .map(plan -> new UnopenedPeriod(planId, plan.content().documentNumber(), period));
    }
}
