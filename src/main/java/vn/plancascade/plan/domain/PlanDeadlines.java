package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DeadlineRule;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;

/** The days and moments by which a national plan names its deadlines, in working days of its own. */
@Component
class PlanDeadlines {

    /** Working days for a unit that begins late: its superior issued after the day of both, or it joined afterwards. */
    private static final int LATE_START = 5;

    private final WorkingDays workingDays;
    private final Clock clock;

    PlanDeadlines(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The due moment of a unit whose superior issues today: so many working days from now, or the day that is named for
     * its kind. A day that has passed gives {@link #LATE_START} working days: nobody is late at birth.
     */
    Instant dueBelow(PlanContent plan, UnitKind kind) {
        Duty duty = plan.duties().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
        if (duty.workingDaysAfterSuperior() != null) {
            return dueAt(plan, deadlineAfterWorkingDays(plan, duty.workingDaysAfterSuperior()));
        }
        Instant named = dueAt(plan, duty.subPlanDeadline() == null ? plan.subPlanDeadline() : duty.subPlanDeadline());
        return named.isAfter(clock.instant()) ? named : dueAt(plan, deadlineAfterWorkingDays(plan, LATE_START));
    }

    /** The due moment of a unit that begins today: the one named, or {@link #LATE_START} working days where fewer are left. */
    Instant dueForJoining(PlanContent plan, Instant named) {
        Instant late = dueAt(plan, deadlineAfterWorkingDays(plan, LATE_START));
        return named.isBefore(late) ? late : named;
    }

    static DeadlineRule rule(PlanContent plan, LocalDate day) {
        return new DeadlineRule(day, plan.bound(), plan.dayOffMoves());
    }

    Instant dueAt(PlanContent plan, LocalDate day) {
        return rule(plan, day).dueAt(workingDays);
    }

    /** The last day on which n working days from today have been given, as the deadline that the plan would name. */
    LocalDate deadlineAfterWorkingDays(PlanContent plan, int n) {
        return deadlineAfterWorkingDays(plan, VietnamTime.dayOf(clock.instant()), n);
    }

    LocalDate deadlineAfterWorkingDays(PlanContent plan, LocalDate from, int n) {
        return plan.bound().deadline(workingDays.plus(from, n));
    }

    int workingDaysLeft(PlanContent plan) {
        return workingDays.between(
                VietnamTime.dayOf(clock.instant()),
                rule(plan, plan.subPlanDeadline()).lastDay(workingDays));
    }

    LocalDate lastDay(PlanContent plan) {
        return rule(plan, plan.subPlanDeadline()).lastDay(workingDays);
    }

    LocalDate lastWorkingDay(PlanContent plan) {
        return workingDays.sameOrPrevious(lastDay(plan));
    }
}
