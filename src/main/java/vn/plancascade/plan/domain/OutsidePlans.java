package vn.plancascade.plan.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.OutsideDuty;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.plan.OutsidePlan;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** Sub-plans and reports that were signed outside: recorded by the unit, confirmed by its head, and then issued. */
@Service
public class OutsidePlans implements OutsideIssuing {

    private final SubPlans subPlans;
    private final SubPlanCases cases;
    private final List<OutsideDuty> others;
    private final OutsideChecks checks;
    private final OutsideRights rights;
    private final Obligations obligations;
    private final DutySteps steps;
    private final Organisation organisation;
    private final Documents documents;
    private final Papers papers;
    private final OutgoingRegister register;
    private final ApprovalRounds rounds;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OutsidePlans(
            SubPlans subPlans,
            SubPlanCases cases,
            List<OutsideDuty> others,
            OutsideChecks checks,
            OutsideRights rights,
            Obligations obligations,
            DutySteps steps,
            Organisation organisation,
            Documents documents,
            Papers papers,
            OutgoingRegister register,
            ApprovalRounds rounds,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.subPlans = subPlans;
        this.cases = cases;
        this.others = others;
        this.checks = checks;
        this.rights = rights;
        this.obligations = obligations;
        this.steps = steps;
        this.organisation = organisation;
        this.documents = documents;
        this.papers = papers;
        this.register = register;
        this.rounds = rounds;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Obligation record(Actor actor, long obligationId, OutsidePlan sent, Upload file) {
        return Races.inTransaction(transaction, () -> {
            Obligation duty = rights.ownDuty(actor, obligationId);
            if (!OutsideRights.isOpen(duty)) {
                throw new Conflict(duty.settled() ? "obligation.settled" : "outside.notBegun");
            }
            if (waiting(duty)) {
                throw new Conflict("outside.waiting");
            }
            List<Task> tasks = other(duty).isPresent() ? List.of() : tasks(duty.id());
            OutsidePlan plan = checks.checked(sent, duty, series(duty), tasks);
            other(duty).ifPresent(kind -> kind.prepare(actor, duty));
            StoredDocument document = documents.add(
                    subject(obligationId), duty.unitCode(), DocumentKind.issuedOutside, 1, file, actor.login());
            String content = FormData.toNode(new OutsidePlan(
                            plan.documentNumber(),
                            plan.documentDate(),
                            plan.signatory(),
                            plan.coverage(),
                            document.id()))
                    .toString();
            rounds.submitted(subject(obligationId), content, actor.login());
            boolean confirmed = actor.holds(Role.head, duty.unitCode());
            if (confirmed) {
                rounds.decided(subject(obligationId), new Decision(true, null), actor.login());
            }
            events.publishEvent(Act.of(ActWord.outsideRecorded, actor.login())
                    .ofDuty(obligationId)
                    .inUnit(duty.unitCode())
                    .about(plan.documentNumber()));
            cases.recordedOutside(duty, confirmed);
            return obligations.get(obligationId);
        });
    }

    private Optional<OutsideDuty> other(Obligation duty) {
        return others.stream().filter(each -> each.kind() == duty.kind()).findFirst();
    }

    private String series(Obligation duty) {
        return other(duty).map(OutsideDuty::series).orElse(SubPlans.SERIES);
    }

    private Unit unit(Obligation duty) {
        return organisation.unit(duty.unitCode()).orElseThrow();
    }

    /** What waits for the head, or was decided last. */
    public Round latest(long obligationId) {
        return rounds.latest(subject(obligationId)).orElseThrow(() -> new Conflict("task.done"));
    }

    /** The record in a round. */
    public static OutsidePlan plan(Round round) {
        return FormData.read(round.content(), OutsidePlan.class);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(long obligationId, Decision decision, Actor actor) {
        rounds.decided(subject(obligationId), decision, actor.login());
        if (!decision.approved()) {
            events.publishEvent(Act.of(ActWord.outsideReturned, actor.login())
                    .ofDuty(obligationId)
                    .inUnit(obligations.get(obligationId).unitCode())
                    .saying(decision.comment()));
        }
    }

    /** Issues what the head has confirmed, from whichever step the unit's own draft had reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(long obligationId) {
        Obligation duty = obligations.get(obligationId);
        Round round = latest(obligationId);
        OutsidePlan plan = plan(round);
        String number = register.registerOutside(
                unit(duty),
                series(duty),
                plan.documentDate(),
                plan.documentNumber(),
                other(duty).map(kind -> kind.registered(duty)).orElse(duty.subject()));
        steps.issuedOutside(obligationId, round.decidedBy(), number, plan.documentDate(), plan.signatory());
        other(duty).ifPresent(kind -> kind.issued(duty, number, plan.documentDate(), plan.signatory()));
        documents.attach(plan.document(), duty.subject(), papers.inHand(duty.subject()));
    }

    @Override
    public StoredDocument addSignedCopy(Actor actor, long obligationId, Upload file) {
        return Races.inTransaction(transaction, () -> {
            Obligation duty = rights.visibleDuty(actor, obligationId);
            if (!rights.registers(actor, duty)) {
                throw new NotAllowed("outside.notYours");
            }
            if (!OutsideRights.isSigned(duty)) {
                throw new Conflict("document.notIssued");
            }
            List<StoredDocument> before = documents.of(duty.subject());
            StoredDocument added = documents.add(
                    duty.subject(),
                    duty.unitCode(),
                    DocumentKind.signedCopy,
                    papers.inHand(duty.subject()),
                    file,
                    actor.login());
            if (before.stream().noneMatch(known -> known.id() == added.id())) {
                steps.noted(obligationId, DutyNote.signedCopyAdded, actor.login(), added.fileName());
            }
            return added;
        });
    }

    @Override
    public Allowed allowed(Actor actor, Obligation duty) {
        boolean own = OutsideRights.worksIn(actor, duty.unitCode());
        boolean waiting = waiting(duty);
        return new Allowed(
                own && duty.kind() != DutyKind.reportCycle && OutsideRights.isOpen(duty) && !waiting,
                rights.registers(actor, duty) && OutsideRights.isSigned(duty),
                waiting);
    }

    @Override
    public List<Task> tasks(long obligationId) {
        return other(obligations.get(obligationId)).isPresent()
                ? List.of()
                : subPlans.work(obligationId).tasks();
    }

    private boolean waiting(Obligation duty) {
        return OutsideRights.isOpen(duty)
                && rounds.latest(subject(duty.id()))
                        .filter(round -> round.decision() == null)
                        .isPresent();
    }

    /** What is recorded is kept apart from the unit's own draft, whose rounds go on. */
    private static String subject(long obligationId) {
        return "outside:" + obligationId;
    }
}
