package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;

/**
 * A duty with what those who watch it ask for besides.
 *
 * @param givenAt when the unit was given the duty
 * @param stepSince since when the duty is where it stands
 * @param given what the unit was then
 * @param settled what the unit was when the duty was settled; null while it is not
 * @param extensions how often its deadline was moved
 */
public record WatchedDuty(
        Obligation duty, Instant givenAt, Instant stepSince, UnitThen given, UnitThen settled, int extensions) {

    public WorkStep step() {
        return WorkStep.of(duty);
    }

    /** Calendar days for which a duty that is still owed has been where it stands; null for one that is settled. */
    public Long daysInStep(Instant now) {
        LocalDate since = stepSince == null ? null : VietnamTime.dayOf(stepSince);
        return since == null || duty.settled() ? null : ChronoUnit.DAYS.between(since, VietnamTime.dayOf(now));
    }

    /** A unit as it was on a day. */
    public record UnitThen(String name, UnitKind kind, String provinceCode, String superiorCode) {}
}
