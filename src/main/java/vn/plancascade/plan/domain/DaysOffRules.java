package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;

/** Deadlines of a plan on days on which nobody works: to be looked at, and no fault. */
final class DaysOffRules {

    private DaysOffRules() {}

    static List<Violation> of(PlanContent plan, WorkingDays workingDays) {
        List<Violation> found = new ArrayList<>();
        dayOff(found, "subPlanDeadline", plan.subPlanDeadline(), workingDays);
        for (int i = 0; i < plan.reportCalendar().size(); i++) {
            dayOff(
                    found,
                    "reportCalendar[" + i + "].due",
                    plan.reportCalendar().get(i).due(),
                    workingDays);
        }
        return found;
    }

    private static void dayOff(List<Violation> found, String field, LocalDate day, WorkingDays workingDays) {
        if (day != null && !workingDays.isWorkingDay(day)) {
            found.add(new Violation(field, "plan.dayOff", VietnamTime.text(day)));
        }
    }
}
