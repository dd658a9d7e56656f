package vn.plancascade.plan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.domain.PlanSteps;

/** Moments that the model {@code nationalPlan} waits for. */
@Component("planCalendar")
public class PlanCalendar {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private final PlanSteps plans;
    private final Clock clock;

    PlanCalendar(PlanSteps plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** The first moment after the plan's year. */
    public Date yearEnd(String planId) {
        int year = plans.plan(Long.parseLong(planId)).content().year();
        return Date.from(VietnamTime.startOf(LocalDate.of(year + 1, 1, 1)));
    }

    /** The next 02:00, when nobody works. */
    public Date nextNight() {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return Date.from(
                today.plusDays(1).atTime(NIGHT).atZone(VietnamTime.ZONE).toInstant());
    }
}
