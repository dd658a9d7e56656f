package vn.plancascade.report.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.DutiesAssigned;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyLaunch.Batch;
import vn.plancascade.deadline.DutyLaunch.Opened;
import vn.plancascade.deadline.DutyLaunch.Unstarted;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodOpened;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;

/** The cycle of each period of a plan: it is planned with the plan's duties, opens the units' reports, and sums them up. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Cycles {

    private final ReportTree tree;
    private final ReportCases cases;
    private final Obligations obligations;
    private final DutySteps steps;
    private final DutyLaunch launch;
    private final CaseLauncher launcher;
    private final NationalPlans plans;
    private final PlanTermsSource terms;
    private final Organisation organisation;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cycles(
            ReportTree tree,
            ReportCases cases,
            Obligations obligations,
            DutySteps steps,
            DutyLaunch launch,
            CaseLauncher launcher,
            NationalPlans plans,
            PlanTermsSource terms,
            Organisation organisation,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tree = tree;
        this.cases = cases;
        this.obligations = obligations;
        this.steps = steps;
        this.launch = launch;
        this.launcher = launcher;
        this.plans = plans;
        this.terms = terms;
        this.organisation = organisation;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /** Plans one cycle for each period of which anything is owed still, unless there is one that a unit joins. */
    @EventListener
    public void on(DutiesAssigned assigned) {
        Set<String> periods = new TreeSet<>();
        assigned.rules().stream()
                .filter(rule -> rule.kind() == DutyKind.unitReport && rule.initial() == ObligationState.planned)
                .forEach(rule -> periods.add(rule.period()));
        String focalUnit = terms.terms(assigned.planId()).focalUnit();
        periods.removeIf(period -> obligations
                .find(assigned.planId(), DutyKind.reportCycle, period, focalUnit)
                .isPresent());
        if (!periods.isEmpty()) {
            plan(assigned.planId(), periods);
        }
    }

    /** Plans one cycle for each of these periods of a plan that is issued. */
    void plan(long planId, Set<String> periods) {
        NationalPlan plan = plans.find(planId).orElseThrow();
        PlanTerms planTerms = terms.terms(planId);
        for (String code : periods) {
            Period period = plan.content().period(code).orElseThrow();
            LocalDate due = workingDays.plus(period.due(), plan.content().consolidationWorkingDays());
            long id = launch.assignOne(
                    plan.id(),
                    plan.unitCode(),
                    DutyKind.reportCycle,
                    code,
                    planTerms.focalUnit(),
                    VietnamTime.startOf(period.opensOn()),
                    planTerms.rule(due).dueAt(workingDays));
            tree.openConsolidation(id, plan.id(), code, planTerms.focalUnit());
            launch.carriedBy(id, cases.openCycle(id, planTerms.focalUnit(), plan.unitCode()));
        }
    }

    /** The window opens: every unit that owes the report gets one, and the ministry's own begins. */
    public void open(long cycle) {
        Obligation duty = obligations.get(cycle);
        for (long closed : tree.ofClosedUnits(duty.planId(), duty.period())) {
            steps.waived(closed, null, DutyReason.unitClosed.name());
        }
        organisation.refreshTree();
        tree.open(duty.planId(), duty.period(), cycle, duty.unitCode());
        launch.started(Map.of(cycle, new Opened(duty.processInstanceId(), null)));
        events.publishEvent(new PeriodOpened(duty.planId(), duty.period()));
    }

    /** Opens the next cases; see {@link CaseLauncher#openNext}. */
    public boolean openNext(long cycle, boolean failedBefore) {
        Obligation duty = obligations.get(cycle);
        return launcher.openNext(
                new Batch(duty.planId(), DutyKind.unitReport, duty.period()), new CasesOf(cycle), failedBefore);
    }

    private final class CasesOf implements CaseLauncher.Cases {

        private final long cycle;

        CasesOf(long cycle) {
            this.cycle = cycle;
        }

        @Override
        public Map<Long, Opened> open(List<Unstarted> duties) {
            Map<Long, String> superiors =
                    tree.superiors(duties.stream().map(Unstarted::id).toList());
            Map<Long, Opened> opened = new LinkedHashMap<>();
            for (Unstarted duty : duties) {
                String superior = superiors.get(duty.id());
                opened.put(duty.id(), new Opened(cases.open(duty.id(), duty.unitCode(), superior), superior));
            }
            return opened;
        }

        @Override
        public void startFailed(Unstarted duty) {
            cases.reportFailedStart(cycle, duty.unitCode());
        }
    }

    /** A unit that owes its report no longer: what is below it is summed up one level higher. */
    @EventListener
    public void on(ObligationChanged changed) {
        Obligation duty = changed.duty();
        if (duty.kind() == DutyKind.unitReport
                && (duty.state() == ObligationState.waived || duty.state() == ObligationState.withdrawn)) {
            tree.skip(duty.id());
        }
    }

    /** Tells the period's cycle if no unit owes a report of it any more. */
    public void tellIfSettled(long planId, String period) {
        if (!obligations.anyUnsettled(planId, DutyKind.unitReport, period)) {
            obligations
                    .find(
                            planId,
                            DutyKind.reportCycle,
                            period,
                            terms.terms(planId).focalUnit())
                    .ifPresent(cycle -> cases.allSettled(cycle.id()));
        }
    }

    /** Moments that the cycle waits for. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant opensAt(long cycle) {
        return obligations.get(cycle).opensAt();
    }

    /** When the units of the first tier have handed in. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant reportsDueAt(long cycle) {
        Obligation duty = obligations.get(cycle);
        Period period = period(duty);
        return terms.terms(duty.planId()).rule(period.due()).dueAt(workingDays);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Instant closesAt(long cycle) {
        Obligation duty = obligations.get(cycle);
        return ReportCalendar.closesAt(period(duty), plan(duty).reportOpenDays());
    }

    private Period period(Obligation duty) {
        return plan(duty).period(duty.period()).orElseThrow();
    }

    private PlanContent plan(Obligation duty) {
        return plans.find(duty.planId()).orElseThrow().content();
    }
}
