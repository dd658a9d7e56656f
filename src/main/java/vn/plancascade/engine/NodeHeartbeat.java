package vn.plancascade.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.plancascade.database.SpareConnections;

/**
 * Says every few seconds that this node lives, and frees the jobs of nodes that no longer do, so that a crash costs seconds
 * and not the engine's five minutes.
 *
 * <p>It has a thread and a connection of its own. A node that only paused does nothing twice: see {@link NodeTable}.
 */
@Component
class NodeHeartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeHeartbeat.class);

    private static final int SECONDS = 2;

    /** Every so many beats a node looks for locks of its own on jobs that it does not have in hand. */
    private static final int BEATS_A_REVIEW = 4;

    private final TrackedJobExecutor executor;
    private final NodeTable nodes;
    private final LockedJobs jobs;
    private final boolean alone;

    private ScheduledExecutorService thread;
    private long beats;
    private boolean failing;

    NodeHeartbeat(TrackedJobExecutor executor, SpareConnections connections) {
        this.executor = executor;
        this.nodes = new NodeTable(connections.client());
        this.jobs = new LockedJobs(executor, nodes);
        this.alone = connections.exclusive();
    }

    /** Before the first job is acquired. */
    @Override
    public void start() {
        int freed = alone ? nodes.forgetAll() : nodes.freeUnclaimed();
        if (freed > 0) {
            LOG.info("{} jobs that an earlier run had locked are free again", freed);
        }
        nodes.beat(id());
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread heart = new Thread(work, "node-heartbeat");
            heart.setDaemon(true);
            return heart;
        });
        thread.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            nodes.beat(id());
            int freed = jobs.freeOfGoneNodes();
            if (++beats % BEATS_A_REVIEW == 0) {
                freed += jobs.freeLeftLocked();
            }
            if (freed > 0) {
                executor.jobWasAdded();
            }
            if (failing) {
                LOG.info("Node {} says again that it lives", id());
            }
            failing = false;
        } catch (DataAccessException away) {
            if (!failing) {
                LOG.warn("Node {} cannot say that it lives: {}", id(), away.getMessage());
            }
            failing = true;
        }
    }

    /** Nothing more is acquired; what waited for a thread is left to others. */
    @Override
    public void stop() {
        executor.shutdown();
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(2L * SECONDS, TimeUnit.SECONDS)) {
                nodes.forget(id());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException away) {
            LOG.info("The other nodes will notice by themselves that node {} has ended", id());
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private String id() {
        return executor.getLockOwner();
    }
}
