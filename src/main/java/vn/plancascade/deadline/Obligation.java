package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.plancascade.kernel.VietnamTime;

/**
 * One duty of one unit: a sub-plan, or a report of one period.
 *
 * @param period the plan's year for a sub-plan, 2023-BS1 for its supplement by the plan's first amendment, a period's code
 *     such as 2023-H1 for a report
 * @param form {@code full} or {@code short}
 * @param originalDueAt the due moment when the duty was given; an extension leaves it alone
 * @param dueAt the first moment at which the duty is late; null while it waits for the superior
 * @param reason why it is not required, waived, withdrawn, or could not be started
 * @param documentDate the date that lateness goes by
 * @param issuerCode the body that issued the plan
 * @param superiorCode the unit that takes the document over; null where nobody does, or before its case is opened
 * @param amendment where an amendment of what was accepted stands, in the words of a duty's own states; null while there is
 *     none
 */
public record Obligation(
        long id,
        long planId,
        DutyKind kind,
        String period,
        String unitCode,
        String unitName,
        String provinceCode,
        String form,
        Instant opensAt,
        Instant originalDueAt,
        Instant dueAt,
        ObligationState state,
        String reason,
        String processInstanceId,
        String documentNumber,
        LocalDate documentDate,
        String signatory,
        Instant submittedAt,
        Instant approvedAt,
        Instant issuedAt,
        Instant acceptedAt,
        int timesReturned,
        String issuerCode,
        String superiorCode,
        ObligationState amendment) {

    /** How approval rounds, the register and documents name the duty. */
    public String subject() {
        return kind.name() + ":" + id;
    }

    /** Whether it supplements the unit's sub-plan by what an amendment of the plan has added. */
    public boolean supplement() {
        return PeriodText.isSupplement(kind, period);
    }

    public boolean settled() {
        return state.isSettled(kind);
    }

    /**
     * Whether the due moment has passed and no document has been issued. It is never stored. A report that waits to be
     * accepted, or is to be revised, has been delivered: how late it was goes by its date.
     */
    public boolean overdue(Instant now) {
        return !settled() && documentDate == null && dueAt != null && !now.isBefore(dueAt);
    }

    /** Whether the document bears a date after the last permitted day, whenever it was entered. */
    public boolean late() {
        return documentDate != null && dueAt != null && documentDate.isAfter(lastDay());
    }

    /** Whether the present deadline is not the first one any more. */
    public boolean extended() {
        return dueAt != null && !dueAt.equals(originalDueAt);
    }

    /** Whether the document would be late if no extension had been given. */
    public boolean lateAgainstOriginal() {
        return documentDate != null
                && originalDueAt != null
                && documentDate.isAfter(VietnamTime.lastDay(originalDueAt));
    }

    /**
     * Calendar days from the last permitted day to the document's date, or to today while the duty is open; 20/03 against
     * "trước ngày 20/03" is 1, and in time is 0.
     */
    public long daysLate(Instant now) {
        if (dueAt == null || (documentDate == null && settled())) {
            return 0;
        }
        LocalDate reached = documentDate != null ? documentDate : VietnamTime.dayOf(now);
        return Math.max(0, ChronoUnit.DAYS.between(lastDay(), reached));
    }

    /** The last day on which a document is in time. */
    public LocalDate lastDay() {
        return VietnamTime.lastDay(dueAt);
    }
}
