package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Progress;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.DryRun;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.PlanWithdrawal;
import vn.plancascade.worklist.FormData;

@Service
@Transactional
class PlanService implements NationalPlans {

    /** Fewer working days than this before the deadline are worth a warning. */
    private static final int SHORT_NOTICE = 5;

    private final PlanRepository plans;
    private final PlanWithdrawals withdrawals;
    private final PlanDeadlines deadlines;
    private final PlanCases cases;
    private final DryRunReader reader;
    private final Obligations obligations;
    private final Organisation organisation;
    private final DutyLaunch launch;
    private final Cascade cascade;
    private final DutyWithdrawals dutyWithdrawals;
    private final OpenAmendments openAmendments;
    private final Documents documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanService(
            PlanRepository plans,
            PlanWithdrawals withdrawals,
            PlanDeadlines deadlines,
            PlanCases cases,
            DryRunReader reader,
            Obligations obligations,
            Organisation organisation,
            DutyLaunch launch,
            Cascade cascade,
            DutyWithdrawals dutyWithdrawals,
            OpenAmendments openAmendments,
            Documents documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.withdrawals = withdrawals;
        this.deadlines = deadlines;
        this.cases = cases;
        this.reader = reader;
        this.obligations = obligations;
        this.organisation = organisation;
        this.launch = launch;
        this.cascade = cascade;
        this.dutyWithdrawals = dutyWithdrawals;
        this.openAmendments = openAmendments;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<NationalPlan> visibleTo(Actor actor, String text, Integer year, PageRequest page) {
        List<Long> drafts = plans.notIssued().stream()
                .filter(plan -> preparesOrWatches(actor, plan))
                .map(NationalPlan::id)
                .toList();
        return plans.all(drafts, text, year, page);
    }

    @Override
    @Transactional(readOnly = true)
    public NationalPlan get(Actor actor, long id) {
        return plans.find(id)
                .filter(plan -> plan.issuedAt() != null || preparesOrWatches(actor, plan))
                .orElseThrow(() -> new NotFound("plan.unknown"));
    }

    /** Who sees a plan before it is issued: those above all units, its unit's own people, and those who will watch it. */
    static boolean preparesOrWatches(Actor actor, NationalPlan plan) {
        String focalUnit = TermsOfPlans.focalUnit(plan);
        return actor.seesEverything()
                || actor.worksIn(plan.unitCode())
                || actor.holds(Role.focalContact, focalUnit)
                || actor.holds(Role.inspector, focalUnit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NationalPlan> find(long id) {
        return plans.find(id);
    }

    @Override
    public NationalPlan create(Actor actor, PlanContent content) {
        HeldRole drafter = actor.roles().stream()
                .filter(held -> held.role() == Role.ministryDrafter)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("plan.notDrafter"));
        FormData.checkSizes(FormData.toNode(content));
        if (content.subject() == null || content.subject().isBlank()) {
            throw new InvalidInput("subject", "required");
        }
        if (content.year() == null) {
            throw new InvalidInput("year", "required");
        }
        long id = plans.add(drafter.unitCode(), content);
        plans.caseOpened(id, cases.open(id, drafter.unitCode()));
        events.publishEvent(Act.of(ActWord.planCreated, actor.login())
                .ofPlan(id)
                .inUnit(drafter.unitCode())
                .about(content.subject()));
        return plans.find(id).orElseThrow();
    }

    @Override
    public boolean takesSignedCopy(Actor actor, NationalPlan plan) {
        return actor.holds(Role.clerk, plan.unitCode()) && isSigned(plan);
    }

    private static boolean isSigned(NationalPlan plan) {
        return plan.state() == PlanState.awaitingIssue || plan.issuedAt() != null;
    }

    @Override
    public StoredDocument addSignedCopy(Actor actor, long id, Upload file) {
        NationalPlan plan = get(actor, id);
        if (!actor.holds(Role.clerk, plan.unitCode())) {
            throw new NotAllowed("plan.notClerk");
        }
        if (!isSigned(plan)) {
            throw new Conflict("document.notIssued");
        }
        events.publishEvent(Act.of(ActWord.planCopyAdded, actor.login())
                .ofPlan(id)
                .inUnit(plan.unitCode())
                .about(file.fileName()));
        return documents.add(
                DocumentKind.nationalPlan.subject(id),
                plan.unitCode(),
                DocumentKind.signedCopy,
                1,
                file,
                actor.login());
    }

    @Override
    @Transactional(readOnly = true)
    public Progress progress(Actor actor, NationalPlan plan) {
        Scope scope = organisation.scopeOf(actor);
        // Asked before the sums are read: whatever is written in between is in them.
        boolean launched = obligations.isLaunched(plan.id());
        Progress sums = obligations.progress(plan.id(), DutyKind.subPlan, scope);
        List<String> kinds = owing(plan.content());
        if (sums.total() > 0 || plan.state() != PlanState.issued || kinds.isEmpty() || launched) {
            return sums;
        }
        long expected = reader.within(kinds, VietnamTime.dayOf(clock.instant()), scope);
        return new Progress(expected, 0, 0, 0, Map.of(ObligationState.planned, expected));
    }

    private static List<String> owing(PlanContent plan) {
        return plan.duties().stream()
                .filter(Duty::subPlan)
                .map(duty -> duty.kind().name())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public DryRun dryRun(Actor actor, long id) {
        NationalPlan found = get(actor, id);
        // It names units of the whole country, which is not for everybody to whom an issued plan is.
        if (!preparesOrWatches(actor, found)) {
            throw new NotAllowed("plan.dryRunNotYours");
        }
        PlanContent plan = found.content();
        if (plan.subPlanDeadline() == null) {
            throw new InvalidInput("subPlanDeadline", "required");
        }
        LocalDate today = VietnamTime.dayOf(clock.instant());
        List<String> kinds = owing(plan);
        Map<UnitKind, Long> byKind = kinds.isEmpty() ? Map.of() : reader.byKind(kinds, today);
        Map<String, Long> byProvince = kinds.isEmpty() ? Map.of() : reader.byProvince(kinds, today);
        List<String> withoutHead = kinds.isEmpty() ? List.of() : reader.withoutHead(kinds, today);
        List<String> withoutAddress = kinds.isEmpty() ? List.of() : reader.withoutAddress(kinds, today);
        int left = deadlines.workingDaysLeft(plan);
        List<Violation> warnings = new ArrayList<>();
        if (left < SHORT_NOTICE) {
            warnings.add(new Violation("subPlanDeadline", "plan.shortNotice", left));
        }
        if (!withoutHead.isEmpty()) {
            warnings.add(new Violation(null, "plan.withoutHead", withoutHead.size()));
        }
        if (!withoutAddress.isEmpty()) {
            warnings.add(new Violation(null, "plan.withoutAddress", withoutAddress.size()));
        }
        return new DryRun(
                byKind.values().stream().mapToLong(Long::longValue).sum(),
                byKind,
                byProvince,
                withoutHead,
                withoutAddress,
                deadlines.dueAt(plan, plan.subPlanDeadline()),
                deadlines.lastDay(plan),
                deadlines.lastWorkingDay(plan),
                left,
                warnings);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayWithdraw(Actor actor, NationalPlan plan) {
        return DutyWithdrawals.isLeader(actor, plan)
                && plan.state() == PlanState.issued
                && cases.isUnderWay(plan.processInstanceId());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlanWithdrawal> withdrawal(NationalPlan plan) {
        return plan.state() == PlanState.withdrawn ? Optional.of(withdrawals.of(plan.id())) : Optional.empty();
    }

    @Override
    public void withdraw(Actor actor, long id, PlanWithdrawal sent) {
        NationalPlan plan = get(actor, id);
        DutyWithdrawals.refuseUnlessLeader(actor, plan);
        PlanWithdrawal why = withdrawals.checked(plan.content(), sent);
        if (plan.state() != PlanState.issued) {
            throw new Conflict("plan.notIssued");
        }
        withdrawals.add(id, actor.login(), why);
        events.publishEvent(Act.of(ActWord.planWithdrawn, actor.login())
                .ofPlan(id)
                .inUnit(plan.unitCode())
                .about(why.documentNumber())
                .saying(why.reason()));
        openAmendments.end(plan, actor.login());
        cases.withdraw(plan);
    }

    @Override
    public void withdrawSubPlan(Actor actor, long obligationId, String reason) {
        Obligation duty = obligations.get(obligationId);
        DutyWithdrawals.refuseUnlessLeader(actor, get(actor, duty.planId()));
        dutyWithdrawals.withdraw(duty, actor, DutyWithdrawals.checked(reason));
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public int retryStarts(Actor actor, long id) {
        if (!actor.holds(Role.administrator)) {
            throw new NotAllowed("administratorOnly");
        }
        int waiting = launch.retryFailed(id, actor.login());
        int opened = waiting == 0 ? 0 : cascade.openOneByOne(id);
        if (!launch.anyFailedStart(id)) {
            cases.failedStartsMended(id);
        }
        return opened;
    }
}
