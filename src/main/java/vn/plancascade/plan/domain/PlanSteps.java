package vn.plancascade.plan.domain;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
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
    private final PlanDeadlines deadlines;
    private final ApprovalRounds rounds;
    private final OutgoingRegister register;
    private final Organisation organisation;
    private final Papers papers;
    private final ApplicationEventPublisher events;

    PlanSteps(
            PlanRepository plans,
            PlanRules rules,
            PlanDeadlines deadlines,
            ApprovalRounds rounds,
            OutgoingRegister register,
            Organisation organisation,
            Papers papers,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.rules = rules;
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.register = register;
        this.organisation = organisation;
        this.papers = papers;
        this.events = events;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public NationalPlan plan(long id) {
        return plans.get(id);
    }

    public void submit(long id, PlanContent content, Actor actor) {
        rules.check(content);
        plans.move(id, PlanState.draft, PlanState.awaitingApproval, content);
        rounds.submitted(plan(id).subject(), FormData.toNode(content).toString(), actor.login());
        tell(ActWord.planSubmitted, actor, plan(id), null);
    }

    /** Takes back what was submitted, for its drafter to go on with. */
    public void takeBackSubmission(long id, Actor actor) {
        NationalPlan plan = plan(id);
        plans.move(id, PlanState.awaitingApproval, PlanState.draft, plan.content());
        rounds.takenBack(plan.subject(), actor.login());
        tell(ActWord.planSubmissionTakenBack, actor, plan, null);
    }

    /** Takes an approval back: what was submitted waits for approval again. */
    public void takeBackApproval(long id, Actor actor) {
        NationalPlan plan = plan(id);
        plans.move(id, PlanState.awaitingIssue, PlanState.awaitingApproval, plan.content());
        rounds.reopened(plan.subject());
        tell(ActWord.planApprovalTakenBack, actor, plan, null);
    }

    /** Whether the actor drafted what is to be approved, and the plan has somebody else approve it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOwn(long id, Actor actor) {
        return isOwn(plan(id), actor);
    }

    private boolean isOwn(NationalPlan plan, Actor actor) {
        return rounds.latest(plan.subject())
                .filter(round -> plan.content().isForOthersToApprove(round.submittedBy(), actor))
                .isPresent();
    }

    public void decide(long id, Decision decision, Actor actor) {
        NationalPlan plan = plan(id);
        if (decision.approved() && isOwn(plan, actor)) {
            throw new NotAllowed("approval.own");
        }
        plans.move(
                id,
                PlanState.awaitingApproval,
                decision.approved() ? PlanState.awaitingIssue : PlanState.draft,
                plan.content());
        rounds.decided(plan.subject(), decision, actor.login());
        tell(decision.approved() ? ActWord.planApproved : ActWord.planReturned, actor, plan, decision.comment());
    }

    /**
     * Issues the approved plan.
     *
     * @param actor who issues it
     * @param workingDays a deadline of so many working days from today instead of the day given, or null
     */
    public void issue(
            long id,
            Actor actor,
            String number,
            LocalDate date,
            String typedSignatory,
            LocalDate deadline,
            Integer workingDays) {
        NationalPlan plan = plan(id);
        if (workingDays != null && (workingDays < 1 || workingDays > 250)) {
            throw new InvalidInput("workingDaysFromIssue", "plan.workingDays");
        }
        LocalDate subPlanDeadline =
                workingDays == null ? deadline : deadlines.deadlineAfterWorkingDays(plan.content(), workingDays);
        if (subPlanDeadline == null) {
            throw new InvalidInput("subPlanDeadline", "required");
        }
        String signatory = organisation
                .person(typedSignatory == null ? "" : typedSignatory)
                .map(Person::login)
                .orElseThrow(() -> new InvalidInput("signatory", "person.unknown"));
        PlanContent issued = plan.content().issuedAs(number, date, signatory, subPlanDeadline);
        rules.checkIssuable(issued);
        Unit ministry = organisation.unit(plan.unitCode()).orElseThrow();
        String registered = register.register(ministry, SubPlans.SERIES, date, number, plan.subject());
        plans.move(
                id,
                PlanState.awaitingIssue,
                PlanState.issued,
                issued.issuedAs(registered, date, signatory, subPlanDeadline));
        papers.freeze(plan.subject());
        tell(ActWord.planIssued, actor, plan, registered);
    }

    private void tell(ActWord word, Actor actor, NationalPlan plan, String said) {
        events.publishEvent(Act.of(word, actor.login())
                .ofPlan(plan.id())
                .inUnit(plan.unitCode())
                .saying(said));
    }
}
