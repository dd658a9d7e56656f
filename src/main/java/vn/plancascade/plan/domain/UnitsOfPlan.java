package vn.plancascade.plan.domain;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.PlanUnits;

@Service
@Transactional
class UnitsOfPlan implements PlanUnits {

    private final NationalPlans plans;
    private final PlanObligations duties;
    private final PlanCases cases;
    private final DutyWithdrawals withdrawals;
    private final Obligations obligations;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    UnitsOfPlan(
            NationalPlans plans,
            PlanObligations duties,
            PlanCases cases,
            DutyWithdrawals withdrawals,
            Obligations obligations,
            Organisation organisation,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.duties = duties;
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.obligations = obligations;
        this.organisation = organisation;
        this.events = events;
    }

    @Override
    public boolean mayLetJoin(Actor actor, NationalPlan plan) {
        return letsJoin(actor, plan) && isInForce(plan);
    }

    private static boolean letsJoin(Actor actor, NationalPlan plan) {
        String focalUnit = TermsOfPlans.focalUnit(plan);
        return DutyWithdrawals.isLeader(actor, plan)
                || actor.holds(Role.ministryDrafter, plan.unitCode())
                || actor.holds(Role.focalContact, focalUnit)
                || actor.holds(Role.inspector, focalUnit)
                || actor.holds(Role.administrator);
    }

    @Override
    public boolean mayLetLeave(Actor actor, NationalPlan plan) {
        return DutyWithdrawals.isLeader(actor, plan) && isInForce(plan);
    }

    @Override
    public List<Obligation> join(Actor actor, long planId, String unitCode) {
        NationalPlan plan = inForce(actor, planId);
        if (!letsJoin(actor, plan)) {
            throw new NotAllowed("plan.notJoining");
        }
        if (!obligations.isLaunched(planId)) {
            throw new Conflict("plan.notInForce");
        }
        Unit unit = unit(unitCode);
        if (!of(planId, unit).isEmpty()) {
            throw new Conflict("plan.unitThere", unit.name());
        }
        if (!duties.join(planId, unit)) {
            throw new InvalidInput("unitCode", "plan.unitOwesNothing", unit.name());
        }
        tell(ActWord.unitJoined, actor, plan, unit, null);
        return of(planId, unit);
    }

    @Override
    public List<Obligation> leave(Actor actor, long planId, String unitCode, String reason) {
        NationalPlan plan = inForce(actor, planId);
        DutyWithdrawals.refuseUnlessLeader(actor, plan);
        String why = DutyWithdrawals.checked(reason);
        Unit unit = unit(unitCode);
        List<Obligation> owed =
                of(planId, unit).stream().filter(duty -> !duty.settled()).toList();
        if (owed.isEmpty()) {
            throw new Conflict("plan.unitOwesNoMore", unit.name());
        }
        owed.forEach(duty -> withdrawals.withdraw(duty, actor, why));
        tell(ActWord.unitLeft, actor, plan, unit, why);
        return owed.stream().map(duty -> obligations.get(duty.id())).toList();
    }

    private NationalPlan inForce(Actor actor, long planId) {
        NationalPlan plan = plans.get(actor, planId);
        if (!isInForce(plan)) {
            throw new Conflict("plan.notInForce");
        }
        return plan;
    }

    private boolean isInForce(NationalPlan plan) {
        return plan.state() == PlanState.issued && cases.isUnderWay(plan.processInstanceId());
    }

    private Unit unit(String code) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("unitCode", "required");
        }
        return organisation.unit(code).orElseThrow(() -> new InvalidInput("unitCode", "unit.unknown", code));
    }

    private List<Obligation> of(long planId, Unit unit) {
        return obligations
                .search(
                        new ObligationQuery(planId, null, null, unit.code(), null, null, null, null, null),
                        Scope.ALL,
                        PageRequest.of(null, PageRequest.MAX_SIZE))
                .items();
    }

    private void tell(ActWord word, Actor actor, NationalPlan plan, Unit unit, String said) {
        events.publishEvent(Act.of(word, actor.login())
                .ofPlan(plan.id())
                .inUnit(unit.code())
                .about(unit.name())
                .saying(said));
    }
}
