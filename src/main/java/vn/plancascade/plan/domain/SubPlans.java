package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** The steps of a unit's sub-plan, each in the transaction of the process step that it belongs to. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SubPlans {

    /** Kế hoạch: the series in which plans are numbered. */
    public static final String SERIES = "KH";

    private final Obligations obligations;
    private final DutySteps steps;
    private final NationalPlans plans;
    private final AmendedTasks amended;
    private final Organisation organisation;
    private final Issuing issuing;
    private final OutgoingRegister register;
    private final ApprovalRounds rounds;
    private final Clock clock;
    private final Papers papers;
    private final SubPlanReviews reviews;

    SubPlans(
            Obligations obligations,
            DutySteps steps,
            NationalPlans plans,
            AmendedTasks amended,
            Organisation organisation,
            Issuing issuing,
            OutgoingRegister register,
            ApprovalRounds rounds,
            Clock clock,
            Papers papers,
            SubPlanReviews reviews) {
        this.obligations = obligations;
        this.steps = steps;
        this.plans = plans;
        this.amended = amended;
        this.organisation = organisation;
        this.issuing = issuing;
        this.register = register;
        this.rounds = rounds;
        this.clock = clock;
        this.papers = papers;
        this.reviews = reviews;
    }

    /** The plan above, the unit and its duty, together. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Work work(long obligationId) {
        Obligation obligation = obligations.get(obligationId);
        NationalPlan plan = plans.find(obligation.planId()).orElseThrow(() -> new NotFound("plan.unknown"));
        Unit unit = organisation
                .unit(obligation.unitCode())
                .orElseThrow(() -> new NotFound("unit.unknown", obligation.unitCode()));
        return new Work(
                obligation,
                plan,
                unit,
                rounds.latest(obligation.subject()).orElse(null),
                amended.of(obligation, plan, unit.kind()),
                plan.content().isTierByTier() && !obligation.supplement()
                        ? addedBySuperior(obligation, unit)
                        : List.of());
    }

    /**
     * What the unit's superior asked of those below it, if it had issued before this unit began: nobody's list of tasks
     * grows while they answer it.
     */
    private List<Task> addedBySuperior(Obligation duty, Unit unit) {
        return Optional.ofNullable(unit.reportsToCode())
                .flatMap(superior -> obligations.subPlan(duty.planId(), superior))
                .filter(above -> above.issuedAt() != null && !above.issuedAt().isAfter(duty.opensAt()))
                .flatMap(above -> rounds.latest(above.subject()))
                .filter(round -> round.decidedAt() != null)
                .map(round ->
                        FormData.read(round.content(), SubPlanContent.class).addedTasks())
                .orElse(List.of())
                .stream()
                .map(added -> added.asTask(unit.kind()))
                .toList();
    }

    /** Checks the content and puts it before the head, or before a reviewer where the unit has one. */
    public void submit(long obligationId, SubPlanContent sent, Actor actor) {
        Work work = work(obligationId);
        SubPlanContent content = work.asked().stillAsked(sent);
        List<Task> tasks = work.tasks();
        SubPlanRules.check(content, tasks, work.plan().content().year());
        AddedTaskRules.check(content, work.plan().content());
        if (reviews.comesFirst(work.obligation(), actor.login())) {
            steps.submittedForReview(obligationId, actor.login());
        } else {
            steps.submitted(obligationId, actor.login());
        }
        rounds.submitted(
                subject(obligationId), FormData.toNode(content.answering(tasks)).toString(), actor.login());
    }

    /** Whether the actor drafted what is to be approved, and the plan has somebody else approve it. */
    public boolean isOwn(long obligationId, Actor actor) {
        return isOwn(work(obligationId), actor);
    }

    private static boolean isOwn(Work work, Actor actor) {
        return work.plan().content().isForOthersToApprove(work.round().submittedBy(), actor);
    }

    /** Takes back what was submitted, for its drafter to go on with. */
    public void takeBackSubmission(long obligationId, Actor actor) {
        steps.submissionTakenBack(obligationId, actor.login());
        rounds.takenBack(subject(obligationId), actor.login());
    }

    /** Takes an approval back: what was submitted waits for approval again. */
    public void takeBackApproval(long obligationId, Actor actor) {
        steps.approvalTakenBack(obligationId, actor.login());
        rounds.reopened(subject(obligationId));
    }

    /** @throws NotAllowed if the actor drafted what is to be approved and the plan does not allow that */
    public void decide(long obligationId, Decision decision, Actor actor) {
        Work work = work(obligationId);
        if (decision.approved() && isOwn(work, actor)) {
            throw new NotAllowed("approval.own");
        }
        if (decision.approved()) {
            steps.approved(obligationId, actor.login(), decision.comment());
        } else {
            steps.returned(obligationId, actor.login(), decision.comment());
        }
        rounds.decided(subject(obligationId), decision, actor.login());
        actor.insteadOf(Role.head, work.unit().code())
                .ifPresent(absent -> steps.noted(
                        obligationId,
                        DutyNote.actedInstead,
                        actor.login(),
                        organisation.nameOf(actor.login()) + " thay " + organisation.nameOf(absent)));
    }

    /**
     * Issues an approved sub-plan with what the clerk entered.
     *
     * @param date between the day of approval and today
     */
    public void issue(long obligationId, String sentNumber, LocalDate date, String typedSignatory, Actor actor) {
        String signatory = organisation.loginOf(typedSignatory);
        Work work = work(obligationId);
        refuseUnlessAwaitingIssue(work.obligation());
        String number = issuing.register(
                work.unit(),
                SERIES,
                subject(obligationId),
                work.obligation().approvedAt(),
                sentNumber,
                date,
                signatory);
        steps.issued(obligationId, actor.login(), number, date, signatory);
        sign(work, signatory, date);
        papers.freeze(subject(obligationId));
    }

    /** Issues together with the approval, for a unit that has nobody to register its documents. */
    public void issueWithApproval(long obligationId) {
        Work work = work(obligationId);
        refuseUnlessAwaitingIssue(work.obligation());
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String number = register.registerCounted(work.unit(), SERIES, today, subject(obligationId));
        String approver = work.round().decidedBy();
        steps.issued(obligationId, approver, number, today, approver);
        sign(work, approver, today);
        papers.freeze(subject(obligationId));
    }

    private void sign(Work work, String signatory, LocalDate date) {
        issuing.signature(work.unit(), signatory, date)
                .ifPresent(signature -> steps.signed(work.obligation().id(), signature.block(), signature.inWords()));
    }

    private static void refuseUnlessAwaitingIssue(Obligation obligation) {
        if (obligation.state() != ObligationState.awaitingIssue) {
            throw new Conflict("obligation.moved");
        }
    }

    /** How approval rounds and the register name a unit's sub-plan. */
    public static String subject(long obligationId) {
        return "subPlan:" + obligationId;
    }

    /**
     * Everything that a step of a sub-plan looks at.
     *
     * @param round the newest submission, or null before the first
     * @param asked what the plan asks, as it is in force
     * @param added what the superior asks beside the plan's own tasks
     */
    public record Work(
            Obligation obligation,
            NationalPlan plan,
            Unit unit,
            Round round,
            AmendedTasks.Asked asked,
            List<Task> added) {

        public List<Task> tasks() {
            return Stream.concat(asked.asked().stream(), added.stream()).toList();
        }

        /** What was submitted, without answers to tasks that the plan has dropped since. */
        public SubPlanContent toRework() {
            return asked.stillAsked(submitted());
        }

        public SubPlanContent submitted() {
            return FormData.read(round.content(), SubPlanContent.class);
        }
    }
}
