package vn.plancascade.plan.domain;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** The steps of an amendment, each in the transaction of the process step that it belongs to. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AmendmentSteps {

    private final AmendmentRepository amendments;
    private final PlanRepository plans;
    private final AmendmentDrafting drafting;
    private final ApprovalRounds rounds;
    private final Issuing issuing;
    private final Organisation organisation;
    private final Papers papers;
    private final AmendmentNews news;
    private final ApplicationEventPublisher events;

    AmendmentSteps(
            AmendmentRepository amendments,
            PlanRepository plans,
            AmendmentDrafting drafting,
            ApprovalRounds rounds,
            Issuing issuing,
            Organisation organisation,
            Papers papers,
            AmendmentNews news,
            ApplicationEventPublisher events) {
        this.amendments = amendments;
        this.plans = plans;
        this.drafting = drafting;
        this.rounds = rounds;
        this.issuing = issuing;
        this.organisation = organisation;
        this.papers = papers;
        this.news = news;
        this.events = events;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Amendment amendment(long id) {
        return amendments.get(id);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public NationalPlan plan(Amendment amendment) {
        return plans.get(amendment.planId());
    }

    public void submit(long id, AmendmentContent sent, Actor actor) {
        Amendment amendment = amendment(id);
        AmendmentContent content = drafting.checked(plan(amendment), sent);
        amendments.move(id, PlanState.draft, PlanState.awaitingApproval, content);
        rounds.submitted(amendment.subject(), FormData.toNode(content).toString(), actor.login());
        tell(ActWord.amendmentSubmitted, actor, amendment, null);
    }

    /** Whether the actor drafted what is to be approved, and the plan has somebody else approve it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOwn(long id, Actor actor) {
        Amendment amendment = amendment(id);
        return rounds.latest(amendment.subject())
                .filter(round -> plan(amendment).content().isForOthersToApprove(round.submittedBy(), actor))
                .isPresent();
    }

    public void decide(long id, Decision decision, Actor actor) {
        if (decision.approved() && isOwn(id, actor)) {
            throw new NotAllowed("approval.own");
        }
        Amendment amendment = amendment(id);
        amendments.move(
                id,
                PlanState.awaitingApproval,
                decision.approved() ? PlanState.awaitingIssue : PlanState.draft,
                amendment.content());
        rounds.decided(amendment.subject(), decision, actor.login());
        tell(
                decision.approved() ? ActWord.amendmentApproved : ActWord.amendmentReturned,
                actor,
                amendment,
                decision.comment());
    }

    /**
     * Issues what was approved: from now on the plan says so.
     *
     * @param date between the day of approval and today
     */
    public void issue(long id, Actor actor, String sentNumber, LocalDate date, String typedSignatory) {
        Amendment amendment = amendment(id);
        if (amendment.state() != PlanState.awaitingIssue) {
            throw new Conflict("task.done");
        }
        NationalPlan plan = plan(amendment);
        PlanContent before = plan.content();
        // Days have gone by since it was submitted, and units have gone on.
        AmendmentContent content = drafting.checked(plan, amendment.content());
        String signatory = organisation.loginOf(typedSignatory);
        String number = issuing.register(
                organisation.unit(plan.unitCode()).orElseThrow(),
                SubPlans.SERIES,
                amendment.subject(),
                amendment.approvedAt(),
                sentNumber,
                date,
                signatory);
        amendments.issue(id, before, content, number, date, signatory);
        plans.amend(plan.id(), content.plan());
        papers.freeze(amendment.subject());
        tell(ActWord.amendmentIssued, actor, amendment, number);
    }

    private void tell(ActWord word, Actor actor, Amendment amendment, String said) {
        NationalPlan plan = plan(amendment);
        events.publishEvent(Act.of(word, actor.login())
                .ofPlan(plan.id())
                .inUnit(plan.unitCode())
                .saying(said));
        news.tell(amendment(amendment.id()), plan);
    }
}
