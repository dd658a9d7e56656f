package vn.plancascade.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;

/** When a plan's year is over; the only place that says so. */
@Component
class PlanYears {

    /** Working days after a deadline in which the ladder of reminders has been gone up, its first weekly rung included. */
    private static final int LADDER = 10;

    private final PlanDeadlines deadlines;
    private final WorkingDays workingDays;
    private final Obligations obligations;

    PlanYears(PlanDeadlines deadlines, WorkingDays workingDays, Obligations obligations) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.obligations = obligations;
    }

    /**
     * The first moment after the plan's year: 01/01 at 00:00, or later where the last report is due in winter (it gets the
     * whole ladder, and the ministry's own report its deadline), or where somebody has been given time until later.
     */
    Instant closesAt(NationalPlan plan) {
        PlanContent content = plan.content();
        Instant yearEnd = VietnamTime.startOf(LocalDate.of(content.year() + 1, 1, 1));
        Stream<Instant> reports = content.reportCalendar().stream().flatMap(period -> ends(content, period));
        return Stream.of(Stream.of(yearEnd), reports, obligations.latestDue(plan.id()).stream())
                .flatMap(moments -> moments)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private Stream<Instant> ends(PlanContent plan, Period period) {
        LocalDate consolidation = workingDays.plus(period.due(), plan.consolidationWorkingDays());
        return Stream.of(
                VietnamTime.startOf(workingDays.plus(period.due(), LADDER)), deadlines.dueAt(plan, consolidation));
    }
}
