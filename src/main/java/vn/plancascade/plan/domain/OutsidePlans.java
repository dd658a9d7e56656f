package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Races;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.OutsideDuty;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.plan.OutsidePlan;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** Sub-plans and reports that were signed outside: recorded by the unit, confirmed by its head, and then issued. */
@Service
public class OutsidePlans implements OutsideIssuing {

    private static final Set<Role> RECORDING =
            EnumSet.of(Role.drafter, Role.clerk, Role.focalContact, Role.head, Role.deputy, Role.leaderInCharge);

    private static final Set<ObligationState> OPEN = EnumSet.of(
            ObligationState.drafting,
            ObligationState.awaitingApproval,
            ObligationState.awaitingIssue,
            ObligationState.revisionRequested);

    private static final int NAME_LENGTH = 200;

    private final SubPlans subPlans;
    private final SubPlanCases cases;
    private final List<OutsideDuty> others;
    private final PlanTermsSource plans;
    private final Obligations obligations;
    private final DutySteps steps;
    private final Organisation organisation;
    private final Documents documents;
    private final Papers papers;
    private final NationalPlans nationalPlans;
    private final OutgoingRegister register;
    private final ApprovalRounds rounds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OutsidePlans(
            SubPlans subPlans,
            SubPlanCases cases,
            List<OutsideDuty> others,
            PlanTermsSource plans,
            Obligations obligations,
            DutySteps steps,
            Organisation organisation,
            Documents documents,
            Papers papers,
            NationalPlans nationalPlans,
            OutgoingRegister register,
            ApprovalRounds rounds,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.subPlans = subPlans;
        this.cases = cases;
        this.others = others;
        this.plans = plans;
        this.obligations = obligations;
        this.steps = steps;
        this.organisation = organisation;
        this.documents = documents;
        this.papers = papers;
        this.nationalPlans = nationalPlans;
        this.register = register;
        this.rounds = rounds;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Obligation record(Actor actor, long obligationId, OutsidePlan sent, Upload file) {
        return Races.inTransaction(transaction, () -> {
            Obligation duty = ownDuty(actor, obligationId);
            if (!OPEN.contains(duty.state())) {
                throw new Conflict(duty.settled() ? "obligation.settled" : "outside.notBegun");
            }
            if (waiting(duty)) {
                throw new Conflict("outside.waiting");
            }
            OutsidePlan plan = checked(actor, sent, duty);
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
            cases.recordedOutside(duty, confirmed);
            return obligations.get(obligationId);
        });
    }

    private OutsidePlan checked(Actor actor, OutsidePlan sent, Obligation duty) {
        List<Violation> found = new ArrayList<>();
        checkDate(sent.documentDate(), duty, found);
        String signatory = Names.cleanLine(sent.signatory());
        if (signatory == null) {
            found.add(new Violation("signatory", "required"));
        } else if (signatory.length() > NAME_LENGTH) {
            found.add(new Violation("signatory", "tooLong", NAME_LENGTH));
        } else if (signatory.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation("signatory", "controlCharacter"));
        }
        List<Item> coverage =
                other(duty).isPresent() ? List.of() : checkedCoverage(sent.coverage(), tasks(duty.id()), found);
        InvalidInput.throwIfAny(found);
        String number = register.checkedOutside(
                unit(duty),
                other(duty).map(OutsideDuty::series).orElse(SubPlans.SERIES),
                sent.documentDate(),
                sent.documentNumber());
        other(duty).ifPresent(kind -> kind.prepare(actor, duty));
        return new OutsidePlan(number, sent.documentDate(), signatory, coverage, null);
    }

    private Optional<OutsideDuty> other(Obligation duty) {
        return others.stream().filter(each -> each.kind() == duty.kind()).findFirst();
    }

    private Unit unit(Obligation duty) {
        return organisation.unit(duty.unitCode()).orElseThrow();
    }

    private void checkDate(LocalDate date, Obligation duty, List<Violation> found) {
        LocalDate above = plans.terms(duty.planId()).documentDate();
        if (date == null) {
            found.add(new Violation("documentDate", "required"));
        } else if (date.isAfter(VietnamTime.dayOf(clock.instant()))) {
            found.add(new Violation("documentDate", "document.dateInFuture"));
        } else if (above != null && date.isBefore(above)) {
            found.add(new Violation("documentDate", "outside.dateBeforePlan", VietnamTime.text(above)));
        }
    }

    /** Every mandatory task is answered; what it says of them is in the paper. */
    private static List<Item> checkedCoverage(List<Item> sent, List<Task> tasks, List<Violation> found) {
        Map<String, Item> byTask = new HashMap<>();
        for (Item item : sent) {
            Optional<Task> task = tasks.stream()
                    .filter(each -> each.no().equals(item.taskNo()))
                    .findFirst();
            if (task.isEmpty()) {
                found.add(new Violation("coverage", "subPlan.taskUnknown", String.valueOf(item.taskNo())));
            } else if (item.response() == Response.notApplicable && item.reason() == null) {
                found.add(new Violation("coverage", "subPlan.reasonMissing", item.taskNo()));
            } else if (item.response() != null) {
                byTask.put(item.taskNo(), item);
            }
        }
        List<String> uncovered = tasks.stream()
                .filter(task -> task.mandatory() && !byTask.containsKey(task.no()))
                .map(Task::no)
                .toList();
        if (!uncovered.isEmpty()) {
            found.add(new Violation("coverage", "subPlan.uncovered", String.join(", ", uncovered)));
        }
        return tasks.stream()
                .filter(task -> byTask.containsKey(task.no()))
                .map(task -> byTask.get(task.no()).to(task))
                .toList();
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
    }

    /** Issues what the head has confirmed, from whichever step the unit's own draft had reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(long obligationId) {
        Obligation duty = obligations.get(obligationId);
        Round round = latest(obligationId);
        OutsidePlan plan = plan(round);
        String number = register.registerOutside(
                unit(duty),
                other(duty).map(OutsideDuty::series).orElse(SubPlans.SERIES),
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
            Obligation duty = visibleDuty(actor, obligationId);
            if (!registers(actor, duty)) {
                throw new NotAllowed("outside.notYours");
            }
            if (!isSigned(duty)) {
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
        boolean own = worksIn(actor, duty.unitCode());
        boolean waiting = waiting(duty);
        return new Allowed(
                own && duty.kind() != DutyKind.reportCycle && OPEN.contains(duty.state()) && !waiting,
                registers(actor, duty) && isSigned(duty),
                waiting);
    }

    @Override
    public List<Task> tasks(long obligationId) {
        return other(obligations.get(obligationId)).isPresent()
                ? List.of()
                : subPlans.work(obligationId).tasks();
    }

    private boolean waiting(Obligation duty) {
        return OPEN.contains(duty.state())
                && rounds.latest(subject(duty.id()))
                        .filter(round -> round.decision() == null)
                        .isPresent();
    }

    /** A signed copy comes with the number, or later. */
    private static boolean isSigned(Obligation duty) {
        return duty.issuedAt() != null || duty.state() == ObligationState.awaitingIssue;
    }

    /** Whoever works in the unit; for the ministry's own report also the clerk of the body that issues it. */
    private boolean registers(Actor actor, Obligation duty) {
        return worksIn(actor, duty.unitCode())
                || duty.kind() == DutyKind.reportCycle
                        && nationalPlans
                                .find(duty.planId())
                                .filter(plan -> actor.holds(Role.clerk, plan.unitCode()))
                                .isPresent();
    }

    private Obligation visibleDuty(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    private Obligation ownDuty(Actor actor, long id) {
        Obligation duty = visibleDuty(actor, id);
        if (!worksIn(actor, duty.unitCode())) {
            throw new NotAllowed("outside.notYours");
        }
        if (duty.kind() == DutyKind.reportCycle) {
            throw new Conflict("outside.unitsOnly");
        }
        return duty;
    }

    private static boolean worksIn(Actor actor, String unitCode) {
        return RECORDING.stream().anyMatch(role -> actor.holds(role, unitCode));
    }

    /** What is recorded is kept apart from the unit's own draft, whose rounds go on. */
    private static String subject(long obligationId) {
        return "outside:" + obligationId;
    }
}
