package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.deadline.Issuing;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Computed;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.report.domain.FigureRules.Background;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;

/** The steps of a report, each in the transaction of the process step that it belongs to. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reports {

    /** Báo cáo: the series in which reports are numbered. */
    static final String SERIES = "BC";

    private final ReportStore store;
    private final Obligations obligations;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final NationalPlans plans;
    private final Organisation organisation;
    private final Issuing issuing;
    private final OutgoingRegister register;
    private final ApprovalRounds rounds;
    private final ReportCases cases;
    private final Sendings sendings;
    private final Clock clock;

    Reports(
            ReportStore store,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            NationalPlans plans,
            Organisation organisation,
            Issuing issuing,
            OutgoingRegister register,
            ApprovalRounds rounds,
            ReportCases cases,
            Sendings sendings,
            Clock clock) {
        this.store = store;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.plans = plans;
        this.organisation = organisation;
        this.issuing = issuing;
        this.register = register;
        this.rounds = rounds;
        this.cases = cases;
        this.sendings = sendings;
        this.clock = clock;
    }

    /** The report with its duty, its plan and its unit, together. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Work work(long id) {
        Obligation duty = obligations.get(id);
        return work(duty, plans.find(duty.planId()).orElseThrow(() -> new NotFound("plan.unknown")));
    }

    /** The same where duty and plan are at hand. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Work work(Obligation duty, NationalPlan plan) {
        long id = duty.id();
        Unit unit = organisation.unit(duty.unitCode()).orElseThrow(() -> new NotFound("unit.unknown", duty.unitCode()));
        ReportRow report = store.find(id).orElseThrow(() -> new NotFound("report.unknown"));
        return work(duty, plan, unit, report);
    }

    /** What a unit will be asked for, whether its report has been opened or not. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Work asked(Obligation duty) {
        return work(
                duty,
                plans.find(duty.planId()).orElseThrow(() -> new NotFound("plan.unknown")),
                organisation.unit(duty.unitCode()).orElseThrow(() -> new NotFound("unit.unknown", duty.unitCode())),
                new ReportRow(
                        duty.id(),
                        duty.planId(),
                        duty.kind(),
                        duty.period(),
                        duty.unitCode(),
                        null,
                        null,
                        0,
                        null,
                        VersionKind.first));
    }

    private Work work(Obligation duty, NationalPlan plan, Unit unit, ReportRow report) {
        Period period = plan.content().period(duty.period()).orElseThrow();
        List<Indicator> indicators = report.isConsolidation()
                ? plan.content().indicators()
                : plan.content().indicators().stream()
                        .filter(indicator -> indicator.concerns(unit.kind(), duty.form()))
                        .filter(indicator -> indicator.isEntered()
                                || indicator.computed().how() != Computed.How.subPlanIssued
                                || plan.content().owesSubPlan(unit.kind()))
                        .toList();
        return new Work(
                duty,
                plan,
                unit,
                report,
                period,
                indicators,
                rounds.latest(subject(duty.id())).orElse(null));
    }

    /**
     * The last day whose facts the report holds: as long before its due day as the plan says for the first tier.
     *
     * @return null where the plan names none
     */
    static LocalDate cutOff(Period period, Obligation duty) {
        if (period.dataTo() == null || duty.originalDueAt() == null) {
            return period.dataTo();
        }
        long gap = period.due().toEpochDay() - period.dataTo().toEpochDay();
        LocalDate due = VietnamTime.dayOf(duty.originalDueAt());
        return due.minusDays(gap).isBefore(period.dataTo()) ? due.minusDays(gap) : period.dataTo();
    }

    /** What is compared with the unit's figures: its own of a year before, and of the same year. */
    private Background background(Work work) {
        List<Period> calendar = work.plan().content().reportCalendar();
        List<Map<String, BigDecimal>> within = new ArrayList<>();
        LocalDate free = work.period().dataFrom();
        for (Period part : within(work.period(), calendar)) {
            if (!part.dataFrom().isBefore(free)) {
                Map<String, BigDecimal> own = own(work, part.period());
                if (!own.isEmpty()) {
                    within.add(own);
                    free = part.dataTo().plusDays(1);
                }
            }
        }
        return new Background(ownYearBefore(work), within, carried(work));
    }

    /** The unit's own figures of the same period a year before; empty if there are none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, BigDecimal> ownYearBefore(Work work) {
        return own(work, work.period().yearBefore());
    }

    /** What the period before left open, by the indicators that begin with it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, BigDecimal> carried(Work work) {
        Map<String, BigDecimal> carried = new HashMap<>();
        before(work.period(), work.plan().content().reportCalendar())
                .map(period -> own(work, period))
                .ifPresent(own -> work.indicators().stream()
                        .filter(indicator -> !indicator.carriedFrom().isEmpty())
                        .forEach(indicator -> left(indicator, own, carried)));
        return carried;
    }

    private static void left(Indicator indicator, Map<String, BigDecimal> own, Map<String, BigDecimal> carried) {
        List<String> codes = indicator.carriedFrom();
        BigDecimal came = Computation.sum(codes.subList(0, codes.size() - 1), own);
        BigDecimal done = own.get(codes.get(codes.size() - 1));
        if (came != null && done != null) {
            carried.put(indicator.code(), came.subtract(done).max(BigDecimal.ZERO));
        }
    }

    /** Periods that lie within this one, the earliest and of those the longest first. */
    private static List<Period> within(Period period, List<Period> calendar) {
        if (period.dataFrom() == null || period.dataTo() == null) {
            return List.of();
        }
        return calendar.stream()
                .filter(part -> part.dataFrom() != null && part.dataTo() != null)
                .filter(part -> !part.dataFrom().isBefore(period.dataFrom())
                        && part.dataTo().isBefore(period.dataTo()))
                .sorted(Comparator.comparing(Period::dataFrom).thenComparing(Period::dataTo, Comparator.reverseOrder()))
                .toList();
    }

    /** The code of the period that ends where this one begins. */
    private static java.util.Optional<String> before(Period period, List<Period> calendar) {
        if (period.dataFrom() == null) {
            return java.util.Optional.empty();
        }
        return calendar.stream()
                .filter(each -> period.dataFrom().minusDays(1).equals(each.dataTo()))
                .map(Period::period)
                .findFirst()
                .or(() -> java.util.Optional.of(Integer.parseInt(period.period().substring(0, 4)) - 1 + "-Y")
                        .filter(year -> calendar.stream()
                                .filter(Period::isYear)
                                .anyMatch(each -> period.dataFrom().equals(each.dataFrom()))));
    }

    private Map<String, BigDecimal> own(Work work, String period) {
        return store.counting(work.unit().code(), work.report().kind(), period)
                .map(report -> store.own(report.id(), report.version()))
                .orElse(Map.of());
    }

    /** The sums of the same period a year before; empty if there are none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, BigDecimal> yearBefore(Work work) {
        return store.counting(
                        work.unit().code(), work.report().kind(), work.period().yearBefore())
                .map(report -> store.totals(report.id(), report.version()))
                .orElse(Map.of());
    }

    /** Checks the draft and puts it before the head, with the sums as they stand now. */
    public void submit(long id, ReportDraft draft, Actor actor) {
        ReportRow report = write(id, draft, actor);
        if (!report.isAmended()) {
            steps.submitted(id, actor.login());
        } else {
            steps.noted(
                    id, note(report, DutyNote.correctionSubmitted, DutyNote.supplementSubmitted), actor.login(), null);
        }
    }

    /** Checks the draft and keeps its figures, for a report whose document was signed outside. */
    void writeOutside(long id, ReportDraft draft, Actor actor) {
        write(id, draft, actor);
    }

    /** The document was signed outside and is confirmed: what remains is that the superior takes it over. */
    void issuedOutside(long id, String number, LocalDate date, String signatory) {
        ReportRow report = inWork(id);
        store.issued(id, report.versionInWork(), number, date, signatory);
        store.outside(id, report.versionInWork());
        sendings.issued(report, report.versionInWork(), work(id).plan().content());
        launch.carriedBy(id, cases.open(id, report.unitCode(), report.superiorCode()));
    }

    /** Whether the newest version has been issued and waits to be taken over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean awaitsAcceptance(long id) {
        return obligations.get(id).state() == ObligationState.issued;
    }

    private ReportRow write(long id, ReportDraft draft, Actor actor) {
        Work work = work(id);
        ReportRow report = inWork(id);
        FigureRules.Entered own = report.isConsolidation()
                ? consolidated(draft)
                : FigureRules.check(work.indicators(), draft, known(work), background(work));
        String replaces = replaced(report, draft);
        store.write(
                report,
                replaces,
                draft.nothingToReport(),
                FormData.toNode(draft.narrative()).toString(),
                FormData.object()
                        .set(
                                "items",
                                FormData.toNode(Map.of("items", draft.progress()))
                                        .get("items"))
                        .toString(),
                draft.comment(),
                own,
                actor.login());
        rounds.submitted(subject(id), FormData.toNode(draft).toString(), actor.login());
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

    /** What the product knows without being told: whether the unit has issued its own sub-plan. */
    private Map<String, BigDecimal> known(Work work) {
        Map<String, BigDecimal> known = new HashMap<>();
        work.indicators().stream()
                .filter(indicator ->
                        !indicator.isEntered() && indicator.computed().how() == Computed.How.subPlanIssued)
                .forEach(indicator -> known.put(indicator.code(), hasIssued(work) ? BigDecimal.ONE : BigDecimal.ZERO));
        return known;
    }

    private boolean hasIssued(Work work) {
        return obligations
                .subPlan(work.plan().id(), work.unit().code())
                .filter(plan -> plan.state() == ObligationState.issued)
                .isPresent();
    }

    /** @throws InvalidInput if what replaces a document does not name its number */
    private String replaced(ReportRow report, ReportDraft draft) {
        if (report.inWork() != VersionKind.replacement && report.inWork() != VersionKind.correction) {
            return null;
        }
        String number = store.version(report.id(), report.version())
                .map(Version::documentNumber)
                .orElse(null);
        if (number != null && draft.replaces() == null) {
            throw new InvalidInput("replaces", "report.replacesMissing", number);
        }
        if (number != null && !number.equals(draft.replaces())) {
            throw new InvalidInput("replaces", "report.replacesOther", number);
        }
        return number;
    }

    /** @throws NotAllowed if the actor drafted what is to be approved and the plan does not allow that */
    public void decide(long id, Decision decision, Actor actor) {
        Work work = work(id);
        ReportRow report = inWork(id);
        if (decision.approved()
                && work.round().submittedBy().equals(actor.login())
                && !work.plan().content().allowSelfApproval()) {
            throw new NotAllowed("approval.own");
        }
        if (report.isAmended()) {
            steps.noted(
                    id,
                    decision.approved()
                            ? note(report, DutyNote.correctionApproved, DutyNote.supplementApproved)
                            : note(report, DutyNote.correctionReturned, DutyNote.supplementReturned),
                    actor.login(),
                    decision.comment());
        } else if (decision.approved()) {
            steps.approved(id, actor.login(), decision.comment());
        } else {
            steps.returned(id, actor.login(), decision.comment());
        }
        if (decision.approved()) {
            store.approved(id, report.versionInWork());
        }
        rounds.decided(subject(id), decision, actor.login());
        actor.insteadOf(Role.head, work.unit().code())
                .ifPresent(absent -> steps.noted(
                        id, DutyNote.actedInstead, actor.login(), nameOf(actor.login()) + " thay " + nameOf(absent)));
    }

    private String nameOf(String login) {
        return organisation.person(login).map(Person::fullName).orElse(login);
    }

    /**
     * Issues an approved report with what the clerk entered.
     *
     * @param date between the day of approval and today
     */
    public void issue(long id, String sentNumber, LocalDate date, String signatory, Actor actor) {
        Work work = work(id);
        ReportRow report = approved(work);
        String number = issuing.register(
                work.unit(), SERIES, registered(report), approvedAt(report), sentNumber, date, signatory);
        issued(work, report, number, date, signatory, actor.login());
        if (!report.isAmended()) {
            issuing.sign(id, work.unit(), signatory, date);
        }
    }

    /** Issues together with the approval, for a unit that has nobody to register its documents. */
    public void issueWithApproval(long id) {
        Work work = work(id);
        ReportRow report = approved(work);
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String number = register.registerCounted(work.unit(), SERIES, today, registered(report));
        String approver = work.round().decidedBy();
        issued(work, report, number, today, approver, approver);
        if (!report.isAmended()) {
            issuing.sign(id, work.unit(), approver, today);
        }
    }

    /** Issues the ministry's own report, in the register of the body that issued the plan. */
    public void issueConsolidated(long id, String sentNumber, LocalDate date, String signatory, Actor actor) {
        Work work = work(id);
        ReportRow report = approved(work);
        Unit issuer = organisation.unit(work.plan().unitCode()).orElseThrow();
        LocalDate today = VietnamTime.dayOf(clock.instant());
        if (date.isAfter(today)) {
            throw new InvalidInput("documentDate", "document.dateInFuture");
        }
        LocalDate approved = VietnamTime.dayOf(approvedAt(report));
        if (date.isBefore(approved)) {
            throw new InvalidInput("documentDate", "document.dateBeforeApproval", VietnamTime.text(approved));
        }
        if (organisation.holders(Role.ministryLeader, issuer.code()).stream()
                .noneMatch(leader -> leader.login().equals(signatory))) {
            throw new InvalidInput("signatory", "document.signatory", issuer.name());
        }
        String number = register.register(issuer, SERIES, date, sentNumber, registered(report));
        issued(work, report, number, date, signatory, actor.login());
        // Nobody takes the ministry's report over: it counts as it was issued.
        store.accepted(id);
    }

    /** Whether reports below have come since the ministry's own was put together. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean hasLateArrivals(long id) {
        return store.hasLateArrivals(id);
    }

    /** Begins a numbered supplement of the ministry's report. */
    public void supplementConsolidated(long id) {
        store.begin(id, VersionKind.supplement);
        steps.noted(id, DutyNote.supplementBegun, null, null);
    }

    /** What is noted of an amendment: anything else moves the duty itself. */
    private static DutyNote note(ReportRow report, DutyNote ofCorrection, DutyNote ofSupplement) {
        return switch (report.inWork()) {
            case correction -> ofCorrection;
            case supplement -> ofSupplement;
            case first, replacement -> throw new IllegalStateException("Not an amendment: " + report.inWork());
        };
    }

    private ReportRow approved(Work work) {
        ReportRow report = inWork(work.duty().id());
        if (!report.isAmended() && work.duty().state() != ObligationState.awaitingIssue) {
            throw new Conflict("obligation.moved");
        }
        return report;
    }

    private Instant approvedAt(ReportRow report) {
        return store.version(report.id(), report.versionInWork()).orElseThrow().approvedAt();
    }

    private void issued(Work work, ReportRow report, String number, LocalDate date, String signatory, String actor) {
        long id = report.id();
        if (report.isAmended()) {
            steps.noted(id, note(report, DutyNote.correctionIssued, DutyNote.supplementIssued), actor, number);
        } else {
            steps.issued(id, actor, number, date, signatory);
        }
        store.issued(id, report.versionInWork(), number, date, signatory);
        sendings.issued(report, report.versionInWork(), work.plan().content());
    }

    /**
     * The superior takes an issued report over, or asks for a replacement.
     *
     * @throws NotAllowed if the actor wrote it, or works in the unit that sent it
     */
    public void receive(long id, Decision decision, Actor actor) {
        Work work = work(id);
        actor.refuseOwn(work.unit().code());
        ReportRow report = inWork(id);
        if (work.round().submittedBy().equals(actor.login())) {
            throw new NotAllowed("approval.own");
        }
        if (!decision.approved()) {
            if (report.isAmended()) {
                steps.noted(id, DutyNote.revisionAsked, actor.login(), decision.comment());
            } else {
                steps.revisionRequested(id, actor.login(), decision.comment());
            }
            store.begin(id, report.isAmended() ? VersionKind.correction : VersionKind.replacement);
            return;
        }
        if (report.isAmended()) {
            steps.noted(
                    id,
                    note(report, DutyNote.correctionAccepted, DutyNote.supplementAccepted),
                    actor.login(),
                    decision.comment());
        } else {
            steps.accepted(id, actor.login(), decision.comment());
        }
        store.accepted(id);
        arrived(report);
        // What came in below while this one was on its way.
        supplementIfLate(id);
    }

    /** A report that counts now may come after the one above has been sent. */
    private void arrived(ReportRow report) {
        if (report.superiorId() != null) {
            if (report.version() > 1 || report.isAmended()) {
                steps.noted(report.superiorId(), DutyNote.partChanged, null, report.unitCode());
            }
            supplementIfLate(report.superiorId());
        }
    }

    private void supplementIfLate(long id) {
        ReportRow report = store.lock(id);
        if (report.version() == 0 || report.inWork() != null || !store.hasLateArrivals(id)) {
            return;
        }
        if (report.isConsolidation()) {
            cases.lateArrival(id);
        } else if (obligations.get(id).state() == ObligationState.accepted) {
            store.begin(id, VersionKind.supplement);
            steps.noted(id, DutyNote.supplementBegun, null, null);
            launch.carriedBy(id, cases.open(id, report.unitCode(), report.superiorCode()));
        }
    }

    /**
     * Begins the correction of a report that was accepted.
     *
     * @throws Conflict if it is not accepted, something is being written already, or its period is closed
     */
    public void correct(Actor actor, long id, String reason) {
        Work work = work(id);
        if (!actor.holds(Role.drafter, work.unit().code())
                && !actor.holds(Role.head, work.unit().code())) {
            throw new NotAllowed("report.notYours");
        }
        ReportRow report = store.lock(id);
        if (report.isConsolidation() || work.duty().state() != ObligationState.accepted) {
            throw new Conflict("report.notAccepted");
        }
        if (report.inWork() != null) {
            throw new Conflict("report.inWork");
        }
        if (!isOpen(report)) {
            throw new Conflict("report.periodClosed");
        }
        store.begin(id, VersionKind.correction);
        steps.noted(id, DutyNote.correctionBegun, actor.login(), reason);
        launch.carriedBy(id, cases.open(id, report.unitCode(), report.superiorCode()));
    }

    /** A period closes with its cycle. */
    private boolean isOpen(ReportRow report) {
        return plans.find(report.planId())
                .flatMap(plan -> plan.content().period(report.period()).map(period -> closesAt(plan, period)))
                .filter(closes -> clock.instant().isBefore(closes))
                .isPresent();
    }

    /** When the period's figures can no longer change: so many days after its due day. */
    static Instant closesAt(NationalPlan plan, Period period) {
        return VietnamTime.startOf(period.due().plusDays(DAYS_OPEN));
    }

    /** Days after its due day on which a period still takes late reports and corrections. */
    private static final int DAYS_OPEN = 120;

    private ReportRow inWork(long id) {
        ReportRow report = store.lock(id);
        if (report.inWork() == null) {
            throw new Conflict("obligation.moved");
        }
        return report;
    }

    /** The unit's approved sub-plan as items whose progress is told. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ReportDraft.Progress> ownItems(Work work) {
        return obligations
                .subPlan(work.plan().id(), work.unit().code())
                .filter(plan -> plan.issuedAt() != null)
                .flatMap(plan -> rounds.latest(plan.subject()))
                .map(round ->
                        FormData.read(round.content(), SubPlanContent.class).items())
                .orElse(List.of())
                .stream()
                .filter(item -> item.response() == SubPlanContent.Response.adopted)
                .map(item -> new ReportDraft.Progress(item.taskNo(), item.activity(), null, null))
                .toList();
    }

    /** What the head or the superior wrote when the report came back; empty where it did not. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String returnedComment(Work work) {
        return obligations.history(work.duty().id()).stream()
                .filter(event -> RETURNING.contains(event.word()))
                .reduce((first, last) -> last)
                .map(event -> Objects.toString(event.detail(), ""))
                .orElse("");
    }

    /** The version that was submitted last, issued or not. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int newestVersion(Work work) {
        return store.version(work.report().id(), work.report().versionInWork()).isPresent()
                ? work.report().versionInWork()
                : work.report().version();
    }

    /** The number under which the newest version was issued, or null. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String documentNumber(Work work) {
        return store.version(work.report().id(), newestVersion(work))
                .map(Version::documentNumber)
                .orElse(null);
    }

    private static final Set<DutyWord> RETURNING = Set.of(
            DutyStep.returned,
            DutyStep.revisionRequested,
            DutyNote.revisionAsked,
            DutyNote.correctionReturned,
            DutyNote.supplementReturned,
            DutyNote.correctionBegun);

    /** The number of the document that is being replaced; null where nothing is, or it has none. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String replacedNumber(Work work) {
        boolean replaces = work.report().inWork() == VersionKind.replacement
                || work.report().inWork() == VersionKind.correction;
        return replaces
                ? store.version(work.report().id(), work.report().version())
                        .map(Version::documentNumber)
                        .orElse(null)
                : null;
    }

    /** How approval rounds name a report. */
    static String subject(long id) {
        return "report:" + id;
    }

    String registered(long id) {
        return registered(inWork(id));
    }

    /** Each issued version is registered once. */
    private static String registered(ReportRow report) {
        return "report:" + report.id() + "/" + report.versionInWork();
    }

    /**
     * Everything that a step of a report looks at.
     *
     * @param indicators those that this unit reports, computed ones among them
     * @param round the newest submission, or null before the first
     */
    public record Work(
            Obligation duty,
            NationalPlan plan,
            Unit unit,
            ReportRow report,
            Period period,
            List<Indicator> indicators,
            Round round) {

        public LocalDate cutOff() {
            return Reports.cutOff(period, duty);
        }

        public boolean isAmended() {
            return report.isAmended();
        }

        /** What is being written, in the names of the texts. */
        public String kindInWork() {
            return report.inWork() == null
                    ? VersionKind.first.name()
                    : report.inWork().name();
        }

        public boolean isConsolidation() {
            return report.isConsolidation();
        }

        /** The version that was submitted and not issued yet. */
        public int versionInWork() {
            return report.versionInWork();
        }

        public ReportDraft submitted() {
            return FormData.read(round.content(), ReportDraft.class);
        }
    }
}
