package vn.plancascade.plan.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanState;

/**
 * Has the end of the year waited for of each plan in force that an earlier version issued. The nightly look of a plan does the same,
 * but one of which everything was settled already is looked at no more.
 */
@Component
class MissingClosings {

    private static final Logger LOG = LoggerFactory.getLogger(MissingClosings.class);

    private final PlanRepository plans;
    private final PlanClosings closings;
    private final TransactionTemplate transaction;

    MissingClosings(PlanRepository plans, PlanClosings closings, TransactionTemplate transaction) {
        this.plans = plans;
        this.closings = closings;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeUp() {
        plans.all().stream()
                .filter(plan -> plan.state() == PlanState.issued)
                .map(NationalPlan::id)
                .forEach(this::await);
    }

    private void await(long plan) {
        try {
            transaction.executeWithoutResult(status -> closings.await(plan));
        } catch (RuntimeException fault) {
            LOG.error("The end of the year of plan {} is not waited for", plan, fault);
        }
    }
}
