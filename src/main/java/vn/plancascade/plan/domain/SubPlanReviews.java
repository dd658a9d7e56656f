package vn.plancascade.plan.domain;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Decision;

/**
 * The step between drafter and head, in units where somebody reviews. Whether a draft takes it is decided when it is handed
 * in; a reviewer whose role ends later leaves it to the head, who may do the step at any time.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SubPlanReviews {

    private final Obligations obligations;
    private final DutySteps steps;
    private final Organisation organisation;
    private final ApprovalRounds rounds;
    private final SubPlanCases cases;

    SubPlanReviews(
            Obligations obligations,
            DutySteps steps,
            Organisation organisation,
            ApprovalRounds rounds,
            SubPlanCases cases) {
        this.obligations = obligations;
        this.steps = steps;
        this.organisation = organisation;
        this.rounds = rounds;
        this.cases = cases;
    }

    /** Whether what this person hands in goes to a reviewer: to somebody else, and in a case whose model has the step. */
    boolean comesFirst(Obligation duty, String drafter) {
        return organisation.holders(Role.reviewer, duty.unitCode()).stream()
                        .anyMatch(reviewer -> !reviewer.login().equals(drafter))
                && cases.hasReview(duty.processInstanceId());
    }

    /** Whether a draft waits to be reviewed, as it was decided when it was handed in. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isAwaited(long obligationId) {
        return obligations.get(obligationId).state() == ObligationState.awaitingReview;
    }

    /** Whether the actor drafted what is to be reviewed, and is not the head, who answers for it anyway. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isOwn(long obligationId, Actor actor) {
        Obligation duty = obligations.get(obligationId);
        return !actor.holds(Role.head, duty.unitCode())
                && rounds.latest(duty.subject())
                        .filter(round -> round.submittedBy().equals(actor.login()))
                        .isPresent();
    }

    /** @throws NotAllowed if the actor passes on what is the actor's own */
    public void decide(long obligationId, Decision decision, Actor actor) {
        if (decision.approved() && isOwn(obligationId, actor)) {
            throw new NotAllowed("review.own");
        }
        if (decision.approved()) {
            steps.reviewed(obligationId, actor.login(), decision.comment());
            rounds.reviewed(SubPlans.subject(obligationId), decision.comment(), actor.login());
        } else {
            steps.returned(obligationId, actor.login(), decision.comment());
            rounds.decided(SubPlans.subject(obligationId), decision, actor.login());
        }
    }

    /** Takes back what was passed on: it waits to be reviewed again. */
    public void takeBack(long obligationId, Actor actor) {
        steps.reviewTakenBack(obligationId, actor.login());
        rounds.reviewed(SubPlans.subject(obligationId), null, null);
    }
}
