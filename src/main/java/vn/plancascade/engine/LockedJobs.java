package vn.plancascade.engine;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frees jobs that stayed locked though nobody works on them; what it was asked before is how it knows. */
final class LockedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LockedJobs.class);

    /** A node that has not counted up in as many looks is gone: after 12 to 14 seconds. */
    private static final int LOOKS = 6;

    private final TrackedJobExecutor executor;
    private final NodeTable nodes;
    private final Unchanged<Long> silence = new Unchanged<>(LOOKS);
    private final Unchanged<Integer> leftLocked = new Unchanged<>(1);

    LockedJobs(TrackedJobExecutor executor, NodeTable nodes) {
        this.executor = executor;
        this.nodes = nodes;
    }

    int freeOfGoneNodes() {
        int freed = 0;
        for (String gone : silence.look(nodes.beatsOfOthers(executor.getLockOwner()))) {
            int jobs = nodes.forget(gone);
            LOG.warn("Node {} is gone; {} jobs that it had locked are free again", gone, jobs);
            freed += jobs;
        }
        return freed;
    }

    /** Where the database went away, or its pool was empty, the engine could not even note that a job had failed. */
    int freeLeftLocked() {
        Map<String, Integer> locked = nodes.lockedBy(executor.getLockOwner());
        locked.keySet().removeIf(executor::hasInHand);
        int freed = 0;
        for (String job : leftLocked.look(locked)) {
            freed += nodes.free(job, locked.get(job));
        }
        if (freed > 0) {
            LOG.warn("{} jobs had stayed locked after a failure and are free again", freed);
        }
        return freed;
    }
}
