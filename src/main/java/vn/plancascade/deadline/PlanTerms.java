package vn.plancascade.deadline;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a plan lays down for the duties that come from it, and the names by which mails speak of it.
 *
 * @param shortSubject the subject as mails abbreviate it
 * @param extensionLimit how many working days after the original deadline an inspector may extend to
 * @param followUpDays after how many working days overdue units that were followed up are looked at again
 * @param stepTargets calendar days that the work should stand at a step at most, of those steps that the plan speaks of
 * @param focalUnit code of the unit that watches the plan as a whole (đơn vị đầu mối)
 */
public record PlanTerms(
        long planId,
        String documentNumber,
        LocalDate documentDate,
        int year,
        String subject,
        String shortSubject,
        Bound bound,
        boolean dayOffMoves,
        int extensionLimit,
        int followUpDays,
        Map<WorkStep, Integer> stepTargets,
        String focalUnit) {

    /** The plan's rule for a deadline on this day. */
    public DeadlineRule rule(LocalDate deadline) {
        return new DeadlineRule(deadline, bound, dayOffMoves);
    }
}
