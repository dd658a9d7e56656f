package vn.plancascade.plan.domain;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
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
        return new Copy(following(actor, of, content), DaysOffRules.of(content, workingDays));
    }

    @Override
    public NationalPlan following(Actor actor, long before, PlanContent content) {
        NationalPlan known = plans.get(actor, before);
        long id = plans.create(actor, content).id();
        rows.copiedFrom(id, known.id());
        return rows.get(id);
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
}
