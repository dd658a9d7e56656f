package vn.plancascade.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A rung that has come for all open duties of one due moment.
 *
 * @param waitingSince only for drafts that have been waiting to be approved since this day, or null for all
 * @param occurrence what makes it come once; null where that is each duty's own round
 * @param morning the morning that it belongs to; duties given after it are left out
 * @param to whom it tells
 * @param form how it tells them
 */
public record Stage(
        Rung rung,
        Instant dueAt,
        LocalDate waitingSince,
        String occurrence,
        Instant morning,
        Set<Audience> to,
        Form form) {

    /** Whom a stage tells; the names are the decision table's. */
    public enum Audience {
        /** Whoever holds the work now. */
        holder,
        drafter,
        reviewer,
        clerk,
        head,
        deputy,
        leaderInCharge,
        focalContact,
        /** Head and focal contact of the unit that the unit reports to, or of the plan's focal unit. */
        superior,
        /** The inspectors of the areas that the unit lies in. */
        inspector;

        /** Whether they are people above the unit and not its own. */
        public boolean isAbove() {
            return this == superior || this == inspector;
        }
    }

    /** How a stage tells: by mail, or by a task that is opened for them. */
    public enum Form {
        mail,
        task
    }
}
