package vn.plancascade.batch.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.database.Waiting;
import vn.plancascade.engine.DueWork;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.Races;
import vn.plancascade.kernel.WholeAct;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/**
 * Carries acts on many duties out, one duty a transaction, with the rights that the person has at that moment. What a crash left
 * waiting is done afterwards; what was done is not done again, since the duty and its line here change together.
 */
@Component
@Order(5)
public class ActionWork implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ActionWork.class);

    private final ActionTable actions;
    private final ItemTable items;
    private final DutyDeeds deeds;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private volatile boolean stopping;

    ActionWork(
            ActionTable actions,
            ItemTable items,
            DutyDeeds deeds,
            Organisation organisation,
            TransactionTemplate transaction,
            Clock clock) {
        this.actions = actions;
        this.items = items;
        this.deeds = deeds;
        this.organisation = organisation;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${plan-cascade.batch.every}")
    void look() {
        runDue();
    }

    @Override
    public Optional<Instant> nextDue() {
        return actions.underWay().map(action -> clock.instant());
    }

    @Override
    public synchronized int runDue() {
        int ran = 0;
        for (Optional<ActionRow> next = actions.underWay(); next.isPresent() && !stopping; next = actions.underWay()) {
            int done = carryOut(next.get());
            if (done == 0) {
                // The rest is in another instance's hands.
                break;
            }
            ran += done;
        }
        return ran;
    }

    private int carryOut(ActionRow action) {
        int tried = 0;
        List<Long> part = items.waiting(action.id(), 0);
        while (!part.isEmpty() && !stopping) {
            for (long duty : part) {
                tried += !stopping && takeUp(action, duty) ? 1 : 0;
            }
            part = items.waiting(action.id(), part.get(part.size() - 1));
        }
        transaction.executeWithoutResult(status -> actions.finished(action.id()));
        return tried;
    }

    /** Takes a duty and does what was asked to it, or refuses it; false where it is not ours to take. */
    private boolean takeUp(ActionRow action, long duty) {
        boolean[] taken = {false};
        try {
            Waiting.asJob(() -> Races.inTransaction(transaction, () -> {
                taken[0] = items.take(action.id(), duty);
                if (taken[0]) {
                    carryOut(action, duty);
                }
                return null;
            }));
        } catch (BusinessProblem problem) {
            if (!taken[0]) {
                throw problem;
            }
            refused(action, duty, Refused.of(problem));
        } catch (RuntimeException fault) {
            if (!taken[0]) {
                throw fault;
            }
            LOG.error("Act {} could not be done to duty {}", action.id(), duty, fault);
            refused(action, duty, new Refused("fault", null));
        }
        return taken[0];
    }

    private void carryOut(ActionRow action, long duty) {
        Actor actor = organisation.actor(action.login()).orElseThrow(() -> new NotAllowed("batch.personGone"));
        WholeAct.during(action.entry(), () -> {
            deeds.of(action.order().action()).carryOut().on(actor, duty, action.order());
            return null;
        });
        items.done(action.id(), duty);
    }

    private void refused(ActionRow action, long duty, Refused why) {
        transaction.executeWithoutResult(status -> items.refused(action.id(), duty, why));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
