package vn.plancascade.report.process;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Issuing;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.report.domain.ReportIssuing;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;

/** What the clerk enters of a unit's report. */
@Component
class IssueUnitReportForm extends IssueReportForm {

    private final ReportIssuing reports;
    private final Issuing issuing;

    IssueUnitReportForm(
            ReportIssuing reports,
            ReportWorks works,
            Issuing issuing,
            ReportTexts texts,
            ReportPapers papers,
            IssuingFields fields,
            OutsideIssuing outside,
            Clock clock) {
        super(works, texts, papers, fields, outside, clock);
        this.reports = reports;
        this.issuing = issuing;
    }

    @Override
    public String taskKey() {
        return ReportModel.ISSUE_UNIT_REPORT;
    }

    @Override
    String defaultSignatory(ReportWork work) {
        return issuing.defaultSignatory(work.unit().code());
    }

    @Override
    String issuer(ReportWork work) {
        return work.unit().code();
    }

    @Override
    void issue(long id, IssuedAs data, Actor actor) {
        reports.issue(id, data.documentNumber(), data.documentDate(), data.signatory(), actor);
    }
}
