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
        inspector,
        /** Who may sign for the plan's focal unit. */
        leader;

        /** Whether they are people above the unit and not its own. */
        public boolean isAbove() {
            return this == superior || this == inspector || this == leader;
        }
    }

    /** How a stage tells. */
    public enum Form {
        mail,
        /** A task that is opened for them. */
        task,
        /** One letter about all of them, which is put before them as a draft. */
        letter;

        /** The form of a rung: one opens the inspectors' task and one prepares a letter, neither with a mail; the others mail. */
        public static Form of(Rung rung) {
            return switch (rung) {
                case ESC_FOCAL -> task;
                case CHASE_LETTER -> letter;
                default -> mail;
            };
        }
    }
}
