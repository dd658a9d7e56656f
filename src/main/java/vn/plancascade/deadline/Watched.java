package vn.plancascade.deadline;

import java.util.Map;
import java.util.Set;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.UnitKind;

/**
 * By what else those who watch duties choose them; null means any, and both bounds of a range belong to it.
 *
 * @param superior the code of the unit that the duty's unit reports to
 * @param daysLateFrom calendar days, as {@link Obligation#daysLate} counts them
 * @param daysInStepFrom calendar days for which a duty that is still owed has been where it stands
 * @param late its document bears a date after the last permitted day
 * @param extended its deadline was moved
 * @param returned it was sent back at least once
 * @param closedUnit its unit no longer exists
 * @param organisation whether province, kind and superior are those of the day on which it was given, or today's
 * @param marks which marks it has to have, and which not
 */
public record Watched(
        UnitKind unitKind,
        String superior,
        Set<WorkStep> step,
        Integer daysLateFrom,
        Integer daysLateTo,
        Integer daysInStepFrom,
        Integer daysInStepTo,
        Boolean late,
        Boolean extended,
        Boolean returned,
        Boolean closedUnit,
        AsOrganised organisation,
        Map<DutyMark.Name, Boolean> marks) {

    public static final Watched ANY =
            new Watched(null, null, null, null, null, null, null, null, null, null, null, null, Map.of());

    private static final int MOST_DAYS = 100_000;

    public Watched {
        superior = Names.code(superior);
        step = step == null ? Set.of() : Set.copyOf(step);
        marks = Map.copyOf(marks);
        organisation = organisation == null ? AsOrganised.given : organisation;
        requireDays("daysLateFrom", daysLateFrom);
        requireDays("daysLateTo", daysLateTo);
        requireDays("daysInStepFrom", daysInStepFrom);
        requireDays("daysInStepTo", daysInStepTo);
    }

    private static void requireDays(String field, Integer days) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw new InvalidInput(field, "days.range", MOST_DAYS);
        }
    }
}
