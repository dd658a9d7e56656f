package vn.plancascade.notification;

import java.util.Set;
import vn.plancascade.organisation.Role;

/**
 * Occasions on which somebody is told of a duty: how pressing each is, what makes it come once, and how long it is true.
 *
 * <p>Those that follow from a step tell whoever holds the work then, or the unit's own people named here; whom the others
 * tell, and when, is in the decision table {@code deadlinePolicy}.
 */
public enum Rung {
    APPROVED(10, Occurrence.ROUND, Truth.TO_ISSUE, Role.drafter),
    NEW(20, Occurrence.DUE_DATE, Truth.UNSETTLED, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    /** The unit has come in the place of another one that owed the duty. */
    TAKEN_OVER(25, Occurrence.DAY, Truth.TO_DELIVER, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    EXTENDED(30, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE, Role.focalContact, Role.drafter, Role.head),
    REMIND_7(40, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    REMIND_3(50, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    REMIND_1(60, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    /** A unit asks for more time; told to who decides. */
    EXTENSION_ASKED(62, Occurrence.EVENT, Truth.TO_DELIVER),
    EXTENSION_REFUSED(64, Occurrence.EVENT, Truth.TO_DELIVER, Role.focalContact, Role.drafter, Role.head),
    /** Somebody who watches over the duty asks for it; at most once a day. */
    REMINDED(65, Occurrence.DAY, Truth.TO_DELIVER, Role.head),
    /** A report below the unit's own came late, or was amended. */
    CHANGED_BELOW(70, Occurrence.DAY, Truth.NOT_CALLED_OFF, Role.drafter, Role.inspector),
    RETURNED(80, Occurrence.ROUND, Truth.TO_REWORK, Role.drafter),
    /** The superior wants an issued report replaced. */
    REVISION(90, Occurrence.ROUND, Truth.TO_REPLACE, Role.drafter, Role.head, Role.clerk),
    /** As {@link #SUBMITTED} where a reviewer sees the draft first. */
    TO_REVIEW(98, Occurrence.ROUND, Truth.TO_REVIEW),
    SUBMITTED(100, Occurrence.ROUND, Truth.TO_APPROVE),
    /** What {@link #WAITING} is while the draft is with the reviewer. */
    REVIEW_WAITS(108, Occurrence.ROUND, Truth.TO_REVIEW),
    WAITING(110, Occurrence.ROUND, Truth.TO_APPROVE),
    OVERDUE(120, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    /** The superior does without it; told to those who worked on it. */
    WAIVED(122, Occurrence.DAY, Truth.CALLED_OFF, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    /** The plan, or the unit's own, was withdrawn; told to those who had heard of it or begun. */
    WITHDRAWN(124, Occurrence.DAY, Truth.CALLED_OFF, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    /** The plan's year has ended, and what the unit owed was not accomplished; told to those who had heard of it or begun. */
    CLOSED(126, Occurrence.DAY, Truth.CALLED_OFF, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    WEEKLY(130, Occurrence.WEEK, Truth.LATE),
    ESC_SUPERIOR(140, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    ESC_FOCAL(150, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    /** A letter is prepared for the leader who may sign it; nobody is mailed about the single duty. */
    CHASE_LETTER(155, Occurrence.DUE_DATE, Truth.BY_THIS_DEADLINE),
    /** A mail about the duty could not be delivered; told one level up. */
    UNDELIVERED(160, Occurrence.MAIL, Truth.MAIL_STILL_FAILED);

    private static final Set<Rung> OF_THE_HOLDER = Set.of(APPROVED, REMINDED, RETURNED, SUBMITTED, TO_REVIEW);
    private static final Set<Rung> REMINDERS = Set.of(REMIND_7, REMIND_3, REMIND_1);
    private static final Set<Rung> LATE = Set.of(OVERDUE, WEEKLY, ESC_SUPERIOR, ESC_FOCAL);

    private final int urgency;
    private final Occurrence occurrence;
    private final Truth truth;
    private final Set<Role> roles;

    Rung(int urgency, Occurrence occurrence, Truth truth, Role... roles) {
        this.urgency = urgency;
        this.occurrence = occurrence;
        this.truth = truth;
        this.roles = Set.of(roles);
    }

    /** The higher, the more pressing: what a mail says first, and which of two rungs of one morning counts. */
    public int urgency() {
        return urgency;
    }

    public Occurrence occurrence() {
        return occurrence;
    }

    /** What has to hold when it is sent; else it is dropped. */
    public Truth truth() {
        return truth;
    }

    /** Whether it asks for the work before the deadline. */
    public boolean isReminder() {
        return REMINDERS.contains(this);
    }

    /** Whether it says that the deadline has passed. */
    public boolean isLate() {
        return LATE.contains(this);
    }

    /** Whether a step tells whoever holds the work now, wherever they sit. */
    public boolean isHolderTold() {
        return OF_THE_HOLDER.contains(this);
    }

    /** The roles of the unit itself that a step tells as well; empty for rungs of the decision table. */
    public Set<Role> roles() {
        return roles;
    }

    /** What makes a rung come once, and come again when it starts afresh. */
    public enum Occurrence {
        /** The due date in force: {@code 2023-03-20}. */
        DUE_DATE,
        /** How often the draft has been returned: {@code round-0}. */
        ROUND,
        /** The line of the duty's history that tells of it: {@code event-4711}. */
        EVENT,
        /** The day on which it happened: {@code on-2023-06-20}. */
        DAY,
        /** The ISO week: {@code 2023-W14}. */
        WEEK,
        /** The mail that failed: {@code mail-12}. */
        MAIL
    }

    /** How long a notice is true; one that is not true any more when it could be sent is dropped. */
    public enum Truth {
        /** Until nothing is owed any more. */
        UNSETTLED,
        /** Until the document has been issued, or is owed no more. */
        TO_DELIVER,
        /** As long as the work is to be done by the deadline that the occurrence names. */
        BY_THIS_DEADLINE,
        /** As long as the work is to be done and its deadline has passed. */
        LATE,
        /** As long as the draft of this round waits to be reviewed. */
        TO_REVIEW,
        /** As long as the draft of this round waits to be approved. */
        TO_APPROVE,
        /** As long as the draft of this round is to be worked over. */
        TO_REWORK,
        /** As long as the draft of this round waits for its number. */
        TO_ISSUE,
        /** As long as the report of this round has not been replaced. */
        TO_REPLACE,
        /** As long as the duty has not been waived, withdrawn or closed. */
        NOT_CALLED_OFF,
        /** As long as it has been: this alone is told of a duty that was waived, withdrawn or closed. */
        CALLED_OFF,
        /** As long as the mail that failed has not gone out. */
        MAIL_STILL_FAILED
    }
}
