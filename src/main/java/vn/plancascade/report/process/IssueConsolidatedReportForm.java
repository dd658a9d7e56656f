package vn.plancascade.report.process;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.ReportIssuing;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.SignatoryChoice;

/** What the clerk enters of the ministry's own report. */
@Component
class IssueConsolidatedReportForm extends IssueReportForm {

    private final ReportIssuing reports;

    IssueConsolidatedReportForm(
            ReportIssuing reports,
            ReportWorks works,
            ReportTexts texts,
            ReportPapers papers,
            SignatoryChoice signatories,
            Clock clock) {
        super(works, texts, papers, signatories, clock);
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
    void issue(long id, Data data, Actor actor) {
        reports.issueConsolidated(
                id, data.documentNumber(), data.documentDate(), data.signatory().strip(), actor);
    }
}
