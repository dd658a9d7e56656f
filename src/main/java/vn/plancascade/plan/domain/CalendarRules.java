package vn.plancascade.plan.domain;

import java.time.LocalDate;
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
            } else if (PlanContentRules.isYear(plan.year()) && !period.period().startsWith(plan.year() + "-")) {
                found.add(new Violation(field + "period", "plan.periodYear", period.period(), plan.year()));
            }
            checkYear(period, plan.year(), field, found);
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

    /** A report is due in the plan's year or in the first quarter after it, and tells of some of that year. */
    private static void checkYear(Period period, Integer year, String field, List<Violation> found) {
        if (!PlanContentRules.isYear(year)) {
            return;
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        if (period.due() != null
                && (period.due().isBefore(first) || period.due().isAfter(last.plusMonths(3)))) {
            found.add(new Violation(field + "due", "plan.periodDue", year));
        }
        if (period.dataFrom() != null
                && (period.dataFrom().isAfter(last) || period.dataFrom().isBefore(first.minusYears(1)))) {
            found.add(new Violation(field + "dataFrom", "plan.periodData", year));
        }
        boolean backwards = period.dataFrom() != null
                && period.dataTo() != null
                && period.dataTo().isBefore(period.dataFrom());
        if (!backwards
                && period.dataTo() != null
                && (period.dataTo().isBefore(first) || period.dataTo().isAfter(last))) {
            found.add(new Violation(field + "dataTo", "plan.periodData", year));
        }
    }
}
