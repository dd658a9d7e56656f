package vn.plancascade.notification;

import java.util.Set;
import vn.plancascade.organisation.Role;

/**
 * Occasions on which somebody is told of a duty, from the least pressing to the most.
 *
 * <p>Those that follow from a step tell whoever holds the work then, or the unit's own people named here; whom the others
 * tell, and when, is in the decision table {@code deadlinePolicy}.
 */
public enum Rung {
    APPROVED(Occurrence.ROUND, Told.HOLDER, Role.drafter),
    NEW(Occurrence.DUE_DATE, Role.focalContact, Role.drafter, Role.head, Role.clerk),
    EXTENDED(Occurrence.DUE_DATE, Role.focalContact, Role.drafter, Role.head),
    REMIND_7(Occurrence.DUE_DATE),
    REMIND_3(Occurrence.DUE_DATE),
    REMIND_1(Occurrence.DUE_DATE),
    /** A report below the unit's own came late, or was amended. */
    CHANGED_BELOW(Occurrence.DAY, Role.drafter, Role.inspector),
    RETURNED(Occurrence.ROUND, Told.HOLDER, Role.drafter),
    /** The superior wants an issued report replaced. */
    REVISION(Occurrence.ROUND, Role.drafter, Role.head, Role.clerk),
    SUBMITTED(Occurrence.ROUND, Told.HOLDER),
    WAITING(Occurrence.ROUND),
    OVERDUE(Occurrence.DUE_DATE),
    WEEKLY(Occurrence.WEEK),
    ESC_SUPERIOR(Occurrence.DUE_DATE),
    ESC_FOCAL(Occurrence.DUE_DATE),
    /** A mail about the duty could not be delivered; told one level up. */
    UNDELIVERED(Occurrence.MAIL);

    private final Occurrence occurrence;
    private final Set<Role> roles;
    private final boolean holderTold;

    Rung(Occurrence occurrence, Role... roles) {
        this(occurrence, null, roles);
    }

    Rung(Occurrence occurrence, Told told, Role... roles) {
        this.occurrence = occurrence;
        this.holderTold = told == Told.HOLDER;
        this.roles = Set.of(roles);
    }

    public Occurrence occurrence() {
        return occurrence;
    }

    /** Whether a step tells whoever holds the work now, wherever they sit. */
    public boolean isHolderTold() {
        return holderTold;
    }

    /** The roles of the unit itself that a step tells as well; empty for rungs of the decision table. */
    public Set<Role> roles() {
        return roles;
    }

    private enum Told {
        HOLDER
    }

    /** What makes a rung come once, and come again when it starts afresh. */
    public enum Occurrence {
        /** The due date in force: {@code 2023-03-20}. */
        DUE_DATE,
        /** How often the draft has been returned: {@code round-0}. */
        ROUND,
        /** The day on which it happened: {@code on-2023-06-20}. */
        DAY,
        /** The ISO week: {@code 2023-W14}. */
        WEEK,
        /** The mail that failed: {@code mail-12}. */
        MAIL
    }
}
