package vn.plancascade.report.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;

/** Issues approved reports: each version is numbered once, and sent to whom the plan names. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReportIssuing {

    /** Báo cáo: the series in which reports are numbered. */
    public static final String SERIES = "BC";

    private final ReportStore store;
    private final ReportWorks works;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final Organisation organisation;
    private final Issuing issuing;
    private final OutgoingRegister register;
    private final ReportCases cases;
    private final Sendings sendings;
    private final Clock clock;
    private final Papers papers;

    ReportIssuing(
            ReportStore store,
            ReportWorks works,
            DutySteps steps,
            DutyLaunch launch,
            Organisation organisation,
            Issuing issuing,
            OutgoingRegister register,
            ReportCases cases,
            Sendings sendings,
            Clock clock,
            Papers papers) {
        this.store = store;
        this.works = works;
        this.steps = steps;
        this.launch = launch;
        this.organisation = organisation;
        this.issuing = issuing;
        this.register = register;
        this.cases = cases;
        this.sendings = sendings;
        this.clock = clock;
        this.papers = papers;
    }

    /**
     * Issues an approved report with what the clerk entered.
     *
     * @param date between the day of approval and today
     */
    public void issue(long id, String sentNumber, LocalDate date, String typedSignatory, Actor actor) {
        String signatory = organisation.loginOf(typedSignatory);
        ReportWork work = works.of(id);
        ReportRow report = approved(work);
        String number = issuing.register(
                work.unit(), SERIES, registered(report), approvedAt(report), sentNumber, date, signatory);
        issued(work, report, number, date, signatory, actor.login());
        sign(work, report, signatory, date);
        papers.freeze(report.subject());
    }

    /** Issues together with the approval, for a unit that has nobody to register its documents. */
    public void issueWithApproval(long id) {
        ReportWork work = works.of(id);
        ReportRow report = approved(work);
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String number = register.registerCounted(work.unit(), SERIES, today, registered(report));
        String approver = work.round().decidedBy();
        issued(work, report, number, today, approver, approver);
        sign(work, report, approver, today);
        papers.freeze(report.subject());
    }

    /** Issues the ministry's own report, in the register of the body that issued the plan. */
    public void issueConsolidated(long id, String sentNumber, LocalDate date, String typedSignatory, Actor actor) {
        String signatory = organisation.loginOf(typedSignatory);
        ReportWork work = works.of(id);
        ReportRow report = approved(work);
        Unit issuer = organisation.unit(work.plan().unitCode()).orElseThrow();
        issuing.checkDate(approvedAt(report), date);
        if (organisation.holders(Role.ministryLeader, issuer.code()).stream()
                .noneMatch(leader -> leader.login().equals(signatory))) {
            throw new InvalidInput("signatory", "document.signatory", issuer.name());
        }
        String number = register.register(issuer, SERIES, date, sentNumber, registered(report));
        issued(work, report, number, date, signatory, actor.login());
        // Nobody takes the ministry's report over: it counts as it was issued.
        store.accepted(id);
        papers.freeze(report.subject());
    }

    /** The document was signed outside and is confirmed: what remains is that the superior takes it over. */
    void issuedOutside(long id, String number, LocalDate date, String signatory) {
        ReportWork work = works.of(id);
        ReportRow report = store.lockInWork(id);
        store.issued(id, report.versionInWork(), number, date, signatory);
        store.outside(id, report.versionInWork());
        sendings.issued(report, report.versionInWork(), work.plan().content());
        launch.carriedBy(id, cases.open(id, report.unitCode(), report.superiorCode()));
    }

    private ReportRow approved(ReportWork work) {
        ReportRow report = store.lockInWork(work.duty().id());
        if (!report.isAmended() && work.duty().state() != ObligationState.awaitingIssue) {
            throw new Conflict("obligation.moved");
        }
        return report;
    }

    private Instant approvedAt(ReportRow report) {
        return store.version(report.id(), report.versionInWork()).orElseThrow().approvedAt();
    }

    private void issued(
            ReportWork work, ReportRow report, String number, LocalDate date, String signatory, String actor) {
        ReportTrack.of(report, steps).issued(actor, number, date, signatory);
        store.issued(report.id(), report.versionInWork(), number, date, signatory);
        sendings.issued(report, report.versionInWork(), work.plan().content());
    }

    /** The duty keeps how its own document was signed. */
    private void sign(ReportWork work, ReportRow report, String signatory, LocalDate date) {
        if (!report.isAmended()) {
            issuing.signature(work.unit(), signatory, date)
                    .ifPresent(signature -> steps.signed(report.id(), signature.block(), signature.inWords()));
        }
    }

    /** How the register names a report's version in work. */
    String registered(long id) {
        return registered(store.lockInWork(id));
    }

    private static String registered(ReportRow report) {
        return "report:" + report.id() + "/" + report.versionInWork();
    }
}
