package vn.plancascade.database;

import java.net.ConnectException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether the database can be asked at this moment. A thread of its own looks every second, over a connection of its own, so
 * that nobody else has to wait to find out.
 *
 * <p>A server that turns connections away is gone; of one that says nothing it takes two looks, since it may be busy.
 */
@Component
public class DatabaseState implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseState.class);
    private static final int SECONDS = 1;
    private static final int LOOKS = 2;

    private final SpareConnections connections;
    private final DatabaseConfiguration.Limiting pool;
    private ScheduledExecutorService thread;
    private int failures;
    private volatile boolean away;

    DatabaseState(SpareConnections connections, DatabaseConfiguration.Limiting pool) {
        this.connections = connections;
        this.pool = pool;
    }

    /** Whether it answers at all. */
    public boolean isAway() {
        return away;
    }

    /** Whether it answers and there is a connection to be had; false from when somebody has waited for one in vain. */
    public boolean canBeAsked() {
        return !away && !pool.isExhausted();
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread looking = new Thread(work, "database-state");
            looking.setDaemon(true);
            return looking;
        });
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            connections.client().sql("select 1").query(Integer.class).single();
            failures = 0;
            if (away) {
                LOG.info("The database answers again");
                away = false;
            }
        } catch (DataAccessException failed) {
            failures++;
            if (!away && (failures >= LOOKS || isTurnedAway(failed))) {
                LOG.warn(
                        "The database does not answer: {}",
                        NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
                away = true;
            }
            if (away) {
                forgetConnections();
            }
        }
    }

    /** H2, once its disk was full, opens the file again only when the last connection to what it was is closed. */
    private void forgetConnections() {
        connections.forgetConnections();
        pool.forgetConnections();
    }

    private static boolean isTurnedAway(Throwable failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof ConnectException;
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
