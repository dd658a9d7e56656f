package vn.plancascade.report.domain;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.PlanState;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/**
 * Begins the amendments of reports that count already: a correction, because a figure was wrong, or a supplement, because
 * something came late. Each is written, approved, issued and taken over like the first report, in a case of its own.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Amendments {

    private final ReportStore store;
    private final ReportParts parts;
    private final ReportWorks works;
    private final Obligations obligations;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final ReportCases cases;
    private final Clock clock;

    Amendments(
            ReportStore store,
            ReportParts parts,
            ReportWorks works,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            ReportCases cases,
            Clock clock) {
        this.store = store;
        this.parts = parts;
        this.works = works;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Begins the correction of a report that was accepted.
     *
     * @throws Conflict if it is not accepted, something is being written already, or its plan or period is closed
     */
    public void correct(Actor actor, long id, String reason) {
        ReportWork work = works.of(id);
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
        if (work.plan().state() != PlanState.issued) {
            throw new Conflict("plan.notInForce");
        }
        if (!clock.instant().isBefore(work.closesAt())) {
            throw new Conflict("report.periodClosed");
        }
        store.begin(id, VersionKind.correction);
        steps.noted(id, DutyNote.correctionBegun, actor.login(), reason);
        openCase(report);
    }

    /** Whether reports below have come since the ministry's own was put together. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean hasLateArrivals(long id) {
        return parts.hasLateArrivals(id);
    }

    /** Begins a numbered supplement of the ministry's report. */
    public void supplementConsolidated(long id) {
        store.begin(id, VersionKind.supplement);
        steps.noted(id, DutyNote.supplementBegun, null, null);
    }

    /** A report that counts now may come after the one above has been sent, and others may have come while it was on its way. */
    void accepted(ReportRow report) {
        if (report.superiorId() != null) {
            if (report.version() > 1 || report.isAmended()) {
                steps.noted(report.superiorId(), DutyNote.partChanged, null, report.unitCode());
            }
            supplementIfLate(report.superiorId());
        }
        supplementIfLate(report.id());
    }

    private void supplementIfLate(long id) {
        ReportRow report = store.lock(id);
        if (report.version() == 0 || report.inWork() != null || !parts.hasLateArrivals(id)) {
            return;
        }
        if (report.isConsolidation()) {
            cases.lateArrival(id);
        } else if (obligations.get(id).state() == ObligationState.accepted) {
            store.begin(id, VersionKind.supplement);
            steps.noted(id, DutyNote.supplementBegun, null, null);
            openCase(report);
        }
    }

    private void openCase(ReportRow report) {
        launch.carriedBy(report.id(), cases.open(report.id(), report.unitCode(), report.superiorCode()));
    }
}
