package vn.plancascade.plan.domain;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyLaunch.Opened;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanWithdrawal;

/** The duties that follow from a national plan: written when it is issued, taken back when it is withdrawn; and those of a unit that joins. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlanObligations {

    private final PlanRepository plans;
    private final PlanWithdrawals withdrawals;
    private final PlanDuties duties;
    private final Obligations obligations;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final Organisation organisation;
    private final PlanEnds ends;
    private final SubPlanCases subPlans;
    private final Clock clock;

    PlanObligations(
            PlanRepository plans,
            PlanWithdrawals withdrawals,
            PlanDuties duties,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            Organisation organisation,
            PlanEnds ends,
            SubPlanCases subPlans,
            Clock clock) {
        this.plans = plans;
        this.withdrawals = withdrawals;
        this.duties = duties;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.organisation = organisation;
        this.ends = ends;
        this.subPlans = subPlans;
        this.clock = clock;
    }

    /** Writes what every unit owes by this plan, in one statement. */
    public void create(long id) {
        NationalPlan plan = plans.get(id);
        PlanContent content = plan.content();
        organisation.refreshTree();
        launch.assign(
                plan.id(),
                plan.unitCode(),
                duties.duties(content),
                content.documentDate(),
                TermsOfPlans.focalUnit(plan),
                content.isTierByTier());
    }

    /** Writes what one unit owes that comes to the plan today, and opens its case; returns whether it owes anything. */
    boolean join(long id, Unit unit) {
        NationalPlan plan = plans.get(id);
        organisation.refreshTree();
        int written = launch.assignTo(
                unit.code(),
                plan.id(),
                plan.unitCode(),
                duties.dutiesOfJoining(plan.content(), unit.kind()),
                VietnamTime.dayOf(clock.instant()),
                TermsOfPlans.focalUnit(plan),
                waitsForSuperior(plan, unit));
        obligations
                .subPlan(id, unit.code())
                .filter(duty -> duty.state() == ObligationState.planned)
                .ifPresent(duty -> launch.started(
                        Map.of(duty.id(), new Opened(subPlans.open(duty.id(), duty.unitCode(), duty.dueAt()), null))));
        return written > 0;
    }

    private boolean waitsForSuperior(NationalPlan plan, Unit unit) {
        return plan.content().isTierByTier()
                && unit.reportsToCode() != null
                && obligations
                        .subPlan(plan.id(), unit.reportsToCode())
                        .filter(above -> !above.settled())
                        .isPresent();
    }

    /** Takes back the next batch of what is open; returns whether any is left. */
    public boolean withdrawNext(long id) {
        PlanWithdrawal withdrawal = withdrawals.of(id);
        steps.withdrawWithoutCase(id, withdrawal.actor(), withdrawal.reason());
        return ends.endNext(id, DutyStep.withdrawn, withdrawal.actor(), withdrawal.reason());
    }
}
