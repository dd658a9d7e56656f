package vn.plancascade.followup;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;

/** The ladder of reminders for what is no duty of a unit and has a deadline all the same; the same table decides. */
public interface Ladder {

    /**
     * The rungs that have come since a moment, the newest for each audience; those that are told by mail alone.
     *
     * @param dueAt the first moment that is too late
     */
    List<Come> come(Instant dueAt, Instant before, Instant now);

    record Come(Rung rung, Set<Audience> to) {}
}
