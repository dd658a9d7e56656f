package vn.plancascade.plan.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.domain.PlanClosings;

/** Moments that the models {@code nationalPlan} and {@code planClosing} wait for. */
@Component("planCalendar")
public class PlanCalendar {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private final PlanClosings closings;
    private final Clock clock;

    PlanCalendar(PlanClosings closings, Clock clock) {
        this.closings = closings;
        this.clock = clock;
    }

    /** The first moment after the plan's year. */
    public Date yearEnd(String planId) {
        return Date.from(closings.closesAt(Long.parseLong(planId)));
    }

    /** Whether nothing has moved that moment on since the timer was set. */
    public boolean isYearOver(String planId) {
        return closings.isOver(Long.parseLong(planId));
    }

    /** The next 02:00, when nobody works. */
    public Date nextNight() {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return Date.from(
                today.plusDays(1).atTime(NIGHT).atZone(VietnamTime.ZONE).toInstant());
    }
}
