package vn.plancascade.plan.domain;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.WholeAct;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;

/** The duties that follow from a national plan: written when it is issued, taken back when it is withdrawn. */
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
    private final CasesByKind cases;

    PlanObligations(
            PlanRepository plans,
            PlanWithdrawals withdrawals,
            PlanDuties duties,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            Organisation organisation,
            CasesByKind cases) {
        this.plans = plans;
        this.withdrawals = withdrawals;
        this.duties = duties;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.organisation = organisation;
        this.cases = cases;
    }

    /** Writes what every unit owes by this plan, in one statement. */
    public void create(long id) {
        NationalPlan plan = plans.get(id);
        PlanContent content = plan.content();
        String focalUnit = Names.clean(content.focalUnit());
        String top = focalUnit == null ? plan.unitCode() : focalUnit;
        organisation.refreshTree();
        launch.assign(id, plan.unitCode(), duties.duties(content), content.documentDate(), top, content.isTierByTier());
    }

    /** Takes back the next batch of open cases; returns whether any are left. */
    public boolean withdrawNext(long id) {
        PlanWithdrawals.Withdrawal withdrawal = withdrawals.of(id);
        steps.withdrawWithoutCase(id, withdrawal.actor(), withdrawal.reason());
        for (Obligation open : obligations.openCases(id, CaseLauncher.BATCH)) {
            WholeAct.during(null, () -> {
                cases.of(open).withdraw(open, withdrawal.actor(), withdrawal.reason());
                return null;
            });
        }
        return !obligations.openCases(id, 1).isEmpty();
    }
}
