package vn.plancascade.deadline;

import java.time.Instant;

/**
 * One line of a duty's history.
 *
 * @param actor a login, or null where the system acted
 * @param dueFrom the due moment before an extension, or null
 * @param dueTo the due moment after it, or null
 */
public record ObligationEvent(Instant at, String actor, DutyWord word, String detail, Instant dueFrom, Instant dueTo) {

    /** The same with these words. */
    public ObligationEvent saying(String words) {
        return new ObligationEvent(at, actor, word, words, dueFrom, dueTo);
    }
}
