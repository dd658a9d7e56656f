package vn.plancascade.worklist;

import java.time.Instant;

/**
 * A task that somebody has done.
 *
 * @param id of the task
 * @param caseId its process instance
 * @param key the task's id in its model
 * @param subject business key of its case: a plan's id, or an obligation's
 */
public record DoneWork(
        String id, String caseId, String key, String name, String processKey, long subject, Instant doneAt) {}
