package vn.plancascade.report.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.report.domain.Amendments;
import vn.plancascade.report.domain.Cycles;
import vn.plancascade.report.domain.Reports;

/** What the models ask of their obligation; moments are read there each time, never copied. */
@Component("reportCase")
public class ReportCase {

    private final Obligations obligations;
    private final Organisation organisation;
    private final Reports reports;
    private final Amendments amendments;
    private final Cycles cycles;

    ReportCase(
            Obligations obligations, Organisation organisation, Reports reports, Amendments amendments, Cycles cycles) {
        this.obligations = obligations;
        this.organisation = organisation;
        this.reports = reports;
        this.amendments = amendments;
        this.cycles = cycles;
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(obligations.get(subject(execution)).dueAt());
    }

    public boolean hasClerk(DelegateExecution execution) {
        return organisation.hasClerk((String) execution.getVariable(ReportModel.UNIT_CODE));
    }

    public Date opensAt(DelegateExecution execution) {
        return date(cycles.opensAt(subject(execution)));
    }

    public Date reportsDueAt(DelegateExecution execution) {
        return date(cycles.reportsDueAt(subject(execution)));
    }

    public Date closesAt(DelegateExecution execution) {
        return date(cycles.closesAt(subject(execution)));
    }

    public boolean lateArrivals(DelegateExecution execution) {
        return amendments.hasLateArrivals(subject(execution));
    }

    /** Whether the case begins with a document that was signed outside. */
    public boolean alreadyIssued(DelegateExecution execution) {
        return reports.awaitsAcceptance(subject(execution));
    }

    private static Date date(Instant moment) {
        return Date.from(moment);
    }

    static long subject(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
