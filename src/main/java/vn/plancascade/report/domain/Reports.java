package vn.plancascade.report.domain;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/**
 * The steps by which people bring a report on, each in the transaction of the process step that it belongs to. It is issued
 * by {@link ReportIssuing}; what begins after it was accepted is in {@link Amendments}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reports {

    private final ReportStore store;
    private final ReportWorks works;
    private final ReportFacts facts;
    private final FigureStandings standings;
    private final Submissions submissions;
    private final Amendments amendments;
    private final Obligations obligations;
    private final DutySteps steps;
    private final Organisation organisation;
    private final ApprovalRounds rounds;

    Reports(
            ReportStore store,
            ReportWorks works,
            ReportFacts facts,
            FigureStandings standings,
            Submissions submissions,
            Amendments amendments,
            Obligations obligations,
            DutySteps steps,
            Organisation organisation,
            ApprovalRounds rounds) {
        this.store = store;
        this.works = works;
        this.facts = facts;
        this.standings = standings;
        this.submissions = submissions;
        this.amendments = amendments;
        this.obligations = obligations;
        this.steps = steps;
        this.organisation = organisation;
        this.rounds = rounds;
    }

    /** Checks the draft and puts it before the head, with the sums as they stand now. */
    public void submit(long id, ReportDraft draft, Actor actor) {
        track(write(id, draft, actor)).submitted(actor.login());
    }

    /** Checks the draft and keeps its figures; for a report whose document was signed outside, that is all. */
    ReportRow write(long id, ReportDraft draft, Actor actor) {
        ReportWork work = works.of(id);
        ReportRow report = store.lockInWork(id);
        FigureRules.Entered own = report.isConsolidation() ? consolidated(draft) : standings.checked(work, draft);
        submissions.write(report, draft, replaced(work, draft), own, actor.login());
        rounds.submitted(report.subject(), FormData.toNode(draft).toString(), actor.login());
        return report;
    }

    /** The ministry owes no figures of its own; what its drafters write must hold no identity either. */
    private static FigureRules.Entered consolidated(ReportDraft draft) {
        if (!draft.figures().isEmpty()) {
            String code = draft.figures().keySet().iterator().next();
            throw new InvalidInput("figures." + code, "figure.unknown", code);
        }
        return FigureRules.check(List.of(), draft, Map.of(), Background.NONE);
    }

    /** @throws InvalidInput if what replaces a document does not name its number */
    private String replaced(ReportWork work, ReportDraft draft) {
        String number = facts.replacedNumber(work);
        if (number != null && draft.replaces() == null) {
            throw new InvalidInput("replaces", "report.replacesMissing", number);
        }
        if (number != null && !number.equals(draft.replaces())) {
            throw new InvalidInput("replaces", "report.replacesOther", number);
        }
        return number;
    }

    /** Whether the actor drafted what is to be approved, and the plan has somebody else approve it. */
    public boolean isOwn(long id, Actor actor) {
        return isOwn(works.of(id), actor);
    }

    private static boolean isOwn(ReportWork work, Actor actor) {
        return work.plan().content().isForOthersToApprove(work.round().submittedBy(), actor);
    }

    /** Takes back what was submitted, for its drafter to go on with. */
    public void takeBackSubmission(long id, Actor actor) {
        ReportRow report = store.lockInWork(id);
        track(report).submissionTakenBack(actor.login());
        rounds.takenBack(report.subject(), actor.login());
    }

    /** Takes an approval back: what was submitted waits for approval again. */
    public void takeBackApproval(long id, Actor actor) {
        ReportRow report = store.lockInWork(id);
        track(report).approvalTakenBack(actor.login());
        store.approvalTakenBack(id, report.versionInWork());
        rounds.reopened(report.subject());
    }

    /** @throws NotAllowed if the actor drafted what is to be approved and the plan does not allow that */
    public void decide(long id, Decision decision, Actor actor) {
        ReportWork work = works.of(id);
        ReportRow report = store.lockInWork(id);
        if (decision.approved() && isOwn(work, actor)) {
            throw new NotAllowed("approval.own");
        }
        if (decision.approved()) {
            track(report).approved(actor.login(), decision.comment());
            store.approved(id, report.versionInWork());
        } else {
            track(report).returned(actor.login(), decision.comment());
        }
        rounds.decided(report.subject(), decision, actor.login());
        actor.insteadOf(Role.head, work.unit().code())
                .ifPresent(absent -> steps.noted(
                        id,
                        DutyNote.actedInstead,
                        actor.login(),
                        organisation.nameOf(actor.login()) + " thay " + organisation.nameOf(absent)));
    }

    /**
     * The superior takes an issued report over, or asks for a replacement.
     *
     * @throws NotAllowed if the actor wrote it, or works in the unit that sent it; the focal unit, which has none above to take
     *     its own report over, has somebody else of its people do so
     */
    public void receive(long id, Decision decision, Actor actor) {
        ReportWork work = works.of(id);
        ReportRow report = store.lockInWork(id);
        if (!work.unit().code().equals(report.superiorCode())) {
            actor.refuseOwn(work.unit().code());
        }
        if (work.round().submittedBy().equals(actor.login())) {
            throw new NotAllowed("approval.own");
        }
        if (!decision.approved()) {
            store.begin(id, track(report).revisionAsked(actor.login(), decision.comment()));
            return;
        }
        track(report).accepted(actor.login(), decision.comment());
        store.accepted(id);
        amendments.accepted(report);
    }

    /** Whether the newest version has been issued and waits to be taken over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean awaitsAcceptance(long id) {
        return obligations.get(id).state() == ObligationState.issued;
    }

    private ReportTrack track(ReportRow report) {
        return ReportTrack.of(report, steps);
    }
}
