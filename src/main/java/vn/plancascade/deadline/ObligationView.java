package vn.plancascade.deadline;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.plancascade.web.Texts;

/**
 * A duty as lists show it, at one moment.
 *
 * @param late the document bears a date after the last permitted day; false while there is no document
 * @param extended the deadline was moved; {@code originalDueAt} is the first one
 * @param lateAgainstOriginal the document would be late if the deadline had not been moved
 * @param currentTask key of the user task that waits, or null
 * @param assigneeGroup candidate group of that task, or null
 */
public record ObligationView(
        long id,
        long planId,
        DutyKind kind,
        String period,
        String unitCode,
        String unitName,
        String provinceCode,
        String form,
        OffsetDateTime opensAt,
        OffsetDateTime originalDueAt,
        OffsetDateTime dueAt,
        ObligationState state,
        boolean overdue,
        long daysLate,
        OffsetDateTime submittedAt,
        OffsetDateTime approvedAt,
        OffsetDateTime issuedAt,
        OffsetDateTime acceptedAt,
        String documentNumber,
        LocalDate documentDate,
        String signatory,
        boolean late,
        boolean extended,
        boolean lateAgainstOriginal,
        int timesReturned,
        String reason,
        String processInstanceId,
        String currentTask,
        String assigneeGroup) {

    public static ObligationView of(Obligation duty, Instant now, Texts texts) {
        Optional<Holder> holder = Holder.of(duty);
        return new ObligationView(
                duty.id(),
                duty.planId(),
                duty.kind(),
                duty.period(),
                duty.unitCode(),
                duty.unitName(),
                duty.provinceCode(),
                duty.form(),
                offset(duty.opensAt()),
                offset(duty.originalDueAt()),
                offset(duty.dueAt()),
                duty.state(),
                duty.overdue(now),
                duty.daysLate(now),
                offset(duty.submittedAt()),
                offset(duty.approvedAt()),
                offset(duty.issuedAt()),
                offset(duty.acceptedAt()),
                duty.documentNumber(),
                duty.documentDate(),
                duty.signatory(),
                duty.late(),
                duty.extended(),
                duty.lateAgainstOriginal(),
                duty.timesReturned(),
                DutyReason.text(duty.reason(), texts),
                duty.processInstanceId(),
                holder.map(Holder::taskKey).orElse(null),
                holder.map(holds -> holds.group(duty)).orElse(null));
    }
}
