package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
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

    /** Ministry, department, district centre, station, and two to spare. */
    private static final int DEEPEST_TIER = 6;

    private final PlanDeadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    PlanDuties(PlanDeadlines deadlines, WorkingDays workingDays, Clock clock) {
        this.deadlines = deadlines;
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
                        deadlines.dueAt(plan, deadline),
                        List.of(),
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

    /** What a unit of this kind owes that begins today; a period that is open already is not required of it. */
    List<DutyRule> dutiesOfJoining(PlanContent plan, UnitKind kind) {
        return duties(plan).stream()
                .filter(rule -> rule.unitKind() == kind)
                .map(rule -> rule.kind() == DutyKind.subPlan
                        ? rule.dueAt(deadlines.dueForJoining(plan, rule.dueAt()))
                        : rule.opensAt().isAfter(clock.instant()) ? rule : rule.notRequired(DutyReason.joinedLater))
                .toList();
    }

    /**
     * The due moments of one period for the tiers below the first, each some working days before the tier above. A tier whose
     * moment would be past already, or before the units are given the report, keeps that of the tier above.
     */
    private List<Instant> lowerTiers(PlanContent plan, Period period) {
        List<Instant> tiers = new ArrayList<>();
        LocalDate due = period.due();
        Instant earliest = VietnamTime.startOf(period.opensOn().plusDays(1));
        for (int tier = 2; tier <= DEEPEST_TIER; tier++) {
            due = workingDays.plus(due, -plan.workingDaysEarlierPerTier());
            Instant dueAt = deadlines.dueAt(plan, due);
            if (!dueAt.isAfter(clock.instant()) || dueAt.isBefore(earliest)) {
                break;
            }
            tiers.add(dueAt);
        }
        return tiers;
    }

    /** The due moments of a period for each tier, from the first, whatever has passed of them. */
    List<Instant> tiers(PlanContent plan, Period period) {
        List<Instant> tiers = new ArrayList<>();
        LocalDate due = period.due();
        for (int tier = 1; tier <= DEEPEST_TIER; tier++) {
            tiers.add(deadlines.dueAt(plan, due));
            due = workingDays.plus(due, -plan.workingDaysEarlierPerTier());
        }
        return tiers;
    }

    private DutyRule report(PlanContent plan, Duty duty, Period period, Instant now) {
        Instant dueAt = deadlines.dueAt(plan, period.due());
        boolean past = !dueAt.isAfter(now);
        return new DutyRule(
                duty.kind(),
                DutyKind.unitReport,
                period.period(),
                duty.form(),
                VietnamTime.startOf(period.opensOn()),
                dueAt,
                past ? List.of() : lowerTiers(plan, period),
                past ? ObligationState.notRequired : ObligationState.planned,
                past ? DutyReason.periodPast.name() : null);
    }
}
