package vn.plancascade.report.process;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.report.domain.ReportIssuing;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;

/** What the clerk enters of the ministry's own report. */
@Component
class IssueConsolidatedReportForm extends IssueReportForm {

    private final ReportIssuing reports;

    IssueConsolidatedReportForm(
            ReportIssuing reports,
            ReportWorks works,
            ReportTexts texts,
            ReportPapers papers,
            IssuingFields fields,
            OutsideIssuing outside,
            Clock clock) {
        super(works, texts, papers, fields, outside, clock);
        this.reports = reports;
    }

    @Override
    public String taskKey() {
        return ReportModel.ISSUE_CONSOLIDATED_REPORT;
    }

    @Override
    String defaultSignatory(ReportWork work) {
        return work.round().decidedBy();
    }

    @Override
    String issuer(ReportWork work) {
        return work.plan().unitCode();
    }

    @Override
    void issue(long id, IssuedAs data, Actor actor) {
        reports.issueConsolidated(id, data.documentNumber(), data.documentDate(), data.signatory(), actor);
    }
}
