package vn.plancascade.plan.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;

/** What must hold for the report calendar of a plan. */
final class CalendarRules {

    private CalendarRules() {}

    static void check(PlanContent plan, List<Violation> found) {
        Set<String> periods = new HashSet<>();
        for (int i = 0; i < plan.reportCalendar().size(); i++) {
            Period period = plan.reportCalendar().get(i);
            String field = "reportCalendar[" + i + "].";
            if (period.period() == null || !period.period().matches("[0-9]{4}-[A-Z0-9]{1,5}")) {
                found.add(new Violation(field + "period", "plan.period"));
            } else if (!periods.add(period.period())) {
                found.add(new Violation(field + "period", "plan.periodTwice", period.period()));
            }
            if (period.due() == null) {
                found.add(new Violation(field + "due", "required"));
            } else if (period.opens() != null && !period.opens().isBefore(period.due())) {
                found.add(new Violation(field + "opens", "plan.periodBackwards"));
            }
            if (period.dataFrom() != null
                    && period.dataTo() != null
                    && period.dataTo().isBefore(period.dataFrom())) {
                found.add(new Violation(field + "dataTo", "plan.periodBackwards"));
            }
        }
    }
}
