package vn.plancascade.report.domain;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Computed;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.ApprovalRounds;

/** Puts a report together with its duty, its plan and its unit. */
@Service
@Transactional(readOnly = true)
public class ReportWorks {

    private final ReportStore store;
    private final Obligations obligations;
    private final NationalPlans plans;
    private final Organisation organisation;
    private final ApprovalRounds rounds;

    ReportWorks(
            ReportStore store,
            Obligations obligations,
            NationalPlans plans,
            Organisation organisation,
            ApprovalRounds rounds) {
        this.store = store;
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
        this.rounds = rounds;
    }

    /** @throws NotFound if there is no such report */
    public ReportWork of(long id) {
        Obligation duty = obligations.get(id);
        return of(duty, plan(duty));
    }

    /** The same where duty and plan are at hand. */
    ReportWork of(Obligation duty, NationalPlan plan) {
        return of(duty, plan, store.find(duty.id()).orElseThrow(() -> new NotFound("report.unknown")));
    }

    /** What a unit will be asked for, whether its report has been opened or not. */
    ReportWork asked(Obligation duty) {
        return of(
                duty,
                plan(duty),
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

    private NationalPlan plan(Obligation duty) {
        return plans.find(duty.planId()).orElseThrow(() -> new NotFound("plan.unknown"));
    }

    /** The same where the report is at hand too. */
    ReportWork of(Obligation duty, NationalPlan plan, ReportRow report) {
        Unit unit = organisation.unit(duty.unitCode()).orElseThrow(() -> new NotFound("unit.unknown", duty.unitCode()));
        PlanContent content = plan.content();
        return new ReportWork(
                duty,
                plan,
                unit,
                report,
                content.period(duty.period()).orElseThrow(),
                report.isConsolidation() ? content.indicators() : indicators(content, unit, duty.form()),
                rounds.latest(duty.subject()).orElse(null));
    }

    /** Those that concern the unit; whether it issued its sub-plan is asked of units that owe one. */
    private static List<Indicator> indicators(PlanContent plan, Unit unit, String form) {
        return plan.indicators().stream()
                .filter(indicator -> indicator.concerns(unit.kind(), form))
                .filter(indicator -> indicator.isEntered()
                        || indicator.computed().how() != Computed.How.subPlanIssued
                        || plan.owesSubPlan(unit.kind()))
                .toList();
    }
}
