package vn.plancascade.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.UnitKind;

/**
 * What issuing a plan now would do.
 *
 * @param total units that would owe a sub-plan
 * @param byProvince keyed by the province's code; empty for units outside the provinces
 * @param withoutHead codes of units that nobody could approve for
 * @param withoutAddress codes of units that have no e-mail address
 * @param dueAt the due moment that units would get
 * @param lastDay the last day in time
 * @param lastWorkingDay the last working day in time
 * @param workingDaysLeft working days after today, up to the last day
 * @param warnings what should be thought of; none of it prevents issuing
 */
public record DryRun(
        long total,
        Map<UnitKind, Long> byKind,
        Map<String, Long> byProvince,
        List<String> withoutHead,
        List<String> withoutAddress,
        Instant dueAt,
        LocalDate lastDay,
        LocalDate lastWorkingDay,
        int workingDaysLeft,
        List<Violation> warnings) {}
