package vn.plancascade.engine;

import java.time.Instant;

/**
 * A step of the engine that failed.
 *
 * @param processName as people know the process
 * @param activityId where it stands in its model; null for the engine's own work
 * @param businessKey of its case, or null
 * @param message first line of what went wrong, cut short; the rest is in the server's log
 * @param retriesLeft 0 where the engine has given up
 * @param nextAttempt when the engine tries again by itself; null where it has given up
 * @param since when it failed for good or, while it is still tried, when it first became due; null where unknown
 */
public record FailedJob(
        String id,
        String processKey,
        String processName,
        String activityId,
        String businessKey,
        String message,
        int retriesLeft,
        Instant nextAttempt,
        Instant since) {}
