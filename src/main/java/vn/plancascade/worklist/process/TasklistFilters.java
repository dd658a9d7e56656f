package vn.plancascade.worklist.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.plancascade.engine.ClockMoved;

/**
 * Keeps the filters of Camunda's Tasklist up to date: expressions in stored filters stay off, so that the ones about due
 * dates hold literal moments, which are written anew when the hour has changed.
 */
@Component
class TasklistFilters {

    private static final Logger LOG = LoggerFactory.getLogger(TasklistFilters.class);

    private final TasklistFilterStore store;
    private final Clock clock;
    private volatile Instant written;

    TasklistFilters(TasklistFilterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        refresh();
    }

    @EventListener
    void clockMoved(ClockMoved event) {
        refresh();
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void everyMinute() {
        // The schedule may come before the engine's tables are there.
        if (written != null) {
            refresh();
        }
    }

    /** Writes the filters if their literal moments are not those of the present hour. */
    void refresh() {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (hour.equals(written)) {
            return;
        }
        try {
            for (TasklistFilter filter : TasklistFilter.values()) {
                store.write(filter, hour);
            }
            written = hour;
        } catch (OptimisticLockingException otherNode) {
            LOG.debug("Another node writes the filters", otherNode);
        }
    }
}
