package vn.plancascade.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** The steps of a national plan, each in the transaction of the process step that it belongs to. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlanSteps {

    private final PlanRepository plans;
    private final PlanRules rules;
    private final PlanDuties duties;
    private final Obligations obligations;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final ApprovalRounds rounds;
    private final OutgoingRegister register;
    private final Organisation organisation;
    private final CasesByKind cases;

    PlanSteps(
            PlanRepository plans,
            PlanRules rules,
            PlanDuties duties,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            ApprovalRounds rounds,
            OutgoingRegister register,
            Organisation organisation,
            CasesByKind cases) {
        this.plans = plans;
        this.rules = rules;
        this.duties = duties;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.rounds = rounds;
        this.register = register;
        this.organisation = organisation;
        this.cases = cases;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public NationalPlan plan(long id) {
        return plans.find(id).orElseThrow(() -> new NotFound("plan.unknown"));
    }

    public void submit(long id, PlanContent content, Actor actor) {
        rules.check(content);
        plans.move(id, PlanState.draft, PlanState.awaitingApproval, content);
        rounds.submitted(plan(id).subject(), FormData.toNode(content).toString(), actor.login());
    }

    public void decide(long id, Decision decision, Actor actor) {
        NationalPlan plan = plan(id);
        boolean own = rounds.latest(plan.subject())
                .filter(round -> round.submittedBy().equals(actor.login()))
                .isPresent();
        if (decision.approved() && own && !plan.content().allowSelfApproval()) {
            throw new NotAllowed("approval.own");
        }
        plans.move(
                id,
                PlanState.awaitingApproval,
                decision.approved() ? PlanState.awaitingIssue : PlanState.draft,
                plan.content());
        rounds.decided(plan.subject(), decision, actor.login());
    }

    /**
     * Issues the approved plan.
     *
     * @param workingDays a deadline of so many working days from today instead of the day given, or null
     */
    public void issue(
            long id, String number, LocalDate date, String signatory, LocalDate deadline, Integer workingDays) {
        NationalPlan plan = plan(id);
        if (workingDays != null && (workingDays < 1 || workingDays > 250)) {
            throw new InvalidInput("workingDaysFromIssue", "plan.workingDays");
        }
        LocalDate subPlanDeadline =
                workingDays == null ? deadline : duties.deadlineAfterWorkingDays(plan.content(), workingDays);
        if (subPlanDeadline == null) {
            throw new InvalidInput("subPlanDeadline", "required");
        }
        if (organisation.person(signatory == null ? "" : signatory).isEmpty()) {
            throw new InvalidInput("signatory", "person.unknown");
        }
        PlanContent issued = plan.content().issuedAs(number, date, signatory, subPlanDeadline);
        rules.checkIssuable(issued);
        Unit ministry = organisation.unit(plan.unitCode()).orElseThrow();
        String registered = register.register(ministry, SubPlans.SERIES, date, number, plan.subject());
        plans.move(
                id,
                PlanState.awaitingIssue,
                PlanState.issued,
                issued.issuedAs(registered, date, signatory, subPlanDeadline));
    }

    /** Writes what every unit owes by this plan, in one statement. */
    public void createObligations(long id) {
        NationalPlan plan = plan(id);
        PlanContent content = plan.content();
        String focalUnit = Names.clean(content.focalUnit());
        String top = focalUnit == null ? plan.unitCode() : focalUnit;
        organisation.refreshTree();
        launch.assign(
                id,
                plan.unitCode(),
                duties.duties(content),
                content.documentDate(),
                content.isTierByTier() ? top : null);
        for (Period period : content.reportCalendar()) {
            List<Instant> tiers = duties.lowerTiers(content, period);
            for (int i = 0; i < tiers.size(); i++) {
                launch.dueByTier(id, period.period(), top, i + 2, tiers.get(i));
            }
        }
    }

    /** Takes back the next batch of open cases; returns whether any are left. */
    public boolean withdrawNext(long id) {
        PlanRepository.Withdrawal withdrawal = plans.withdrawal(id);
        steps.withdrawWithoutCase(id, withdrawal.actor(), withdrawal.reason());
        for (Obligation open : obligations.openCases(id, CaseLauncher.BATCH)) {
            cases.of(open).withdraw(open, withdrawal.actor(), withdrawal.reason());
        }
        return !obligations.openCases(id, 1).isEmpty();
    }
}
