package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligations.Owed;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;

/** Which duties an issued amendment ends, and which it gives more time. */
@Component
class AmendmentChanges {

    private final AmendmentRepository amendments;
    private final PlanDeadlines deadlines;
    private final PlanDuties duties;
    private final Clock clock;

    AmendmentChanges(AmendmentRepository amendments, PlanDeadlines deadlines, PlanDuties duties, Clock clock) {
        this.amendments = amendments;
        this.deadlines = deadlines;
        this.duties = duties;
        this.clock = clock;
    }

    /** @param until the new due moment; null where the duty ends */
    record Change(Owed which, Instant until) {}

    /** In the order in which they are carried out. */
    List<Change> of(Amendment amendment) {
        AmendmentDelta delta = AmendedTasks.delta(amendment);
        List<Change> changes = new ArrayList<>();
        String year = Integer.toString(delta.after().year());
        ending(amendment, year, delta.withoutTasks(), changes);
        List<Amendment> issued = amendments.issued(amendment.planId());
        issued.stream()
                .filter(earlier -> earlier.number() < amendment.number())
                .forEach(earlier ->
                        ending(amendment, earlier.period(), delta.emptied(AmendedTasks.delta(earlier)), changes));
        if (!delta.after().subPlanDeadline().equals(delta.before().subPlanDeadline())
                && !delta.dueOnPlansDay().isEmpty()) {
            Instant until = deadlines.dueAt(delta.after(), delta.after().subPlanDeadline());
            changes.add(new Change(
                    new Owed(amendment.planId(), DutyKind.subPlan, year, delta.dueOnPlansDay(), until, null), until));
        }
        List<PlanContent> versions = Stream.concat(issued.stream().map(Amendment::before), Stream.of(delta.before()))
                .distinct()
                .toList();
        delta.after().reportCalendar().stream()
                .filter(period -> !delta.before()
                        .period(period.period())
                        .orElseThrow()
                        .due()
                        .equals(period.due()))
                .forEach(period -> moved(amendment, period, versions, changes));
        return changes;
    }

    private static void ending(Amendment amendment, String period, List<UnitKind> kinds, List<Change> changes) {
        if (!kinds.isEmpty()) {
            changes.add(new Change(new Owed(amendment.planId(), DutyKind.subPlan, period, kinds, null, null), null));
        }
    }

    /** By what a unit was first given: that stays whatever is granted, and tells its tier. */
    private void moved(Amendment amendment, Period period, List<PlanContent> versions, List<Change> changes) {
        List<UnitKind> all = List.copyOf(EnumSet.allOf(UnitKind.class));
        List<Instant> now = duties.tiers(amendment.content().plan(), period);
        for (PlanContent version : versions) {
            List<Instant> then =
                    duties.tiers(version, version.period(period.period()).orElseThrow());
            for (int tier = 0; tier < now.size(); tier++) {
                Instant until = now.get(tier);
                if (until.isAfter(clock.instant()) && !until.equals(then.get(tier))) {
                    changes.add(new Change(
                            new Owed(
                                    amendment.planId(),
                                    DutyKind.unitReport,
                                    period.period(),
                                    all,
                                    until,
                                    then.get(tier)),
                            until));
                }
            }
        }
    }
}
