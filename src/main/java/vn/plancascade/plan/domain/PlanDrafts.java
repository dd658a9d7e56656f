package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.PlanState;

@Service
@Transactional
class PlanDrafts implements DraftPlans {

    private final NationalPlans plans;
    private final PlanRepository rows;
    private final PlanCases cases;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;

    PlanDrafts(
            NationalPlans plans,
            PlanRepository rows,
            PlanCases cases,
            WorkingDays workingDays,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.rows = rows;
        this.cases = cases;
        this.workingDays = workingDays;
        this.events = events;
    }

    @Override
    public Copy copy(Actor actor, Long of, Integer year) {
        if (of == null) {
            throw new InvalidInput("copyOf", "required");
        }
        if (!PlanContentRules.isYear(year)) {
            throw new InvalidInput("year", year == null ? "required" : "plan.year");
        }
        PlanContent content = PlanOfAnotherYear.of(plans.get(actor, of).content(), year);
        return new Copy(plans.create(actor, content), daysOff(content));
    }

    @Override
    public void discard(Actor actor, long id) {
        NationalPlan plan = plans.get(actor, id);
        if (!actor.holds(Role.ministryDrafter, plan.unitCode())) {
            throw new NotAllowed("plan.notDrafter");
        }
        if (plan.state() != PlanState.draft || !rows.discard(id)) {
            throw new Conflict("plan.noDraft");
        }
        cases.discard(plan.processInstanceId());
        events.publishEvent(Act.of(ActWord.planDiscarded, actor.login())
                .inUnit(plan.unitCode())
                .about(plan.content().subject()));
    }

    /** Deadlines on days on which nobody works: to be looked at, and no fault. */
    private List<Violation> daysOff(PlanContent plan) {
        List<Violation> found = new ArrayList<>();
        dayOff(found, "subPlanDeadline", plan.subPlanDeadline());
        for (int i = 0; i < plan.reportCalendar().size(); i++) {
            Period period = plan.reportCalendar().get(i);
            dayOff(found, "reportCalendar[" + i + "].due", period.due());
        }
        return found;
    }

    private void dayOff(List<Violation> found, String field, LocalDate day) {
        if (day != null && !workingDays.isWorkingDay(day)) {
            found.add(new Violation(field, "plan.dayOff", VietnamTime.text(day)));
        }
    }
}
