package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DeadlineRule;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;
import vn.plancascade.plan.PlanContent.Period;

/** What follows from a national plan for the units: what each kind of unit owes, and by which moment. */
@Component
class PlanDuties {

    /** Working days for a unit whose superior issued after the day that both were to issue by. */
    private static final int LATE_TIER = 5;

    /** Ministry, department, district centre, station, and two to spare. */
    private static final int DEEPEST_TIER = 6;

    private final WorkingDays workingDays;
    private final Clock clock;

    PlanDuties(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What each kind of unit owes. A period whose due moment has passed already is not required of anybody. */
    List<DutyRule> duties(PlanContent plan) {
        Instant now = clock.instant();
        List<DutyRule> rules = new ArrayList<>();
        for (Duty duty : plan.duties()) {
            if (duty.subPlan()) {
                LocalDate deadline = duty.subPlanDeadline() == null ? plan.subPlanDeadline() : duty.subPlanDeadline();
                rules.add(new DutyRule(
                        duty.kind(),
                        DutyKind.subPlan,
                        Integer.toString(plan.year()),
                        duty.form(),
                        now,
                        dueAt(plan, deadline),
                        ObligationState.planned,
                        null));
            }
            for (Period period : plan.reportCalendar()) {
                if (period.isYear() ? duty.yearly() : duty.periodic()) {
                    rules.add(report(plan, duty, period, now));
                }
            }
        }
        return rules;
    }

    /**
     * The due moments of one period for the tiers below the first, each some working days before the tier above. A tier whose
     * moment would be past already, or before the units are given the report, keeps that of the tier above.
     */
    List<Instant> lowerTiers(PlanContent plan, Period period) {
        List<Instant> tiers = new ArrayList<>();
        LocalDate due = period.due();
        Instant earliest = VietnamTime.startOf(period.opensOn().plusDays(1));
        for (int tier = 2; tier <= DEEPEST_TIER; tier++) {
            due = workingDays.plus(due, -plan.workingDaysEarlierPerTier());
            Instant dueAt = dueAt(plan, due);
            if (!dueAt.isAfter(clock.instant()) || dueAt.isBefore(earliest)) {
                break;
            }
            tiers.add(dueAt);
        }
        return tiers;
    }

    private DutyRule report(PlanContent plan, Duty duty, Period period, Instant now) {
        Instant dueAt = dueAt(plan, period.due());
        boolean past = !dueAt.isAfter(now);
        return new DutyRule(
                duty.kind(),
                DutyKind.unitReport,
                period.period(),
                duty.form(),
                VietnamTime.startOf(period.opensOn()),
                dueAt,
                past ? ObligationState.notRequired : ObligationState.planned,
                past ? DutyReason.periodPast.name() : null);
    }

    /**
     * The due moment of a unit whose superior issues today: so many working days from now, or the day that is named for
     * its kind. A day that has passed gives {@link #LATE_TIER} working days: nobody is late at birth.
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
        return named.isAfter(clock.instant()) ? named : dueAt(plan, deadlineAfterWorkingDays(plan, LATE_TIER));
    }

    DeadlineRule rule(PlanContent plan, LocalDate day) {
        return new DeadlineRule(day, plan.bound(), plan.dayOffMoves());
    }

    Instant dueAt(PlanContent plan, LocalDate day) {
        return rule(plan, day).dueAt(workingDays);
    }

    /** The last day on which n working days from today have been given, as the deadline that the plan would name. */
    LocalDate deadlineAfterWorkingDays(PlanContent plan, int n) {
        LocalDate last = workingDays.plus(VietnamTime.dayOf(clock.instant()), n);
        return plan.bound().deadline(last);
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
