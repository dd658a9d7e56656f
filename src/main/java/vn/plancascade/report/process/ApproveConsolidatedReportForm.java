package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.report.domain.Reports;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveConsolidatedReportForm implements DocumentForm, ReversibleForm, RoundForm {

    private final Reports reports;
    private final ReportWorks works;
    private final SubmittedReport submitted;
    private final ReportPapers papers;

    private final ReportChanges changes;

    ApproveConsolidatedReportForm(
            Reports reports, ReportWorks works, SubmittedReport submitted, ReportPapers papers, ReportChanges changes) {
        this.changes = changes;
        this.reports = reports;
        this.works = works;
        this.submitted = submitted;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return ReportModel.APPROVE_CONSOLIDATED_REPORT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return submitted.shown(item, actor);
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return papers.submitted(works.of(item.subject()));
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return reports.isOwn(item.subject(), actor);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        reports.decide(item.subject(), decision, actor);
        return Map.of(ReportModel.DECISION, decision.variable());
    }

    @Override
    public List<RoundChange> changes(WorkItem item, String before, String now, Locale locale) {
        return changes.of(item.subject(), before, now, locale);
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(ReportModel.ISSUE_CONSOLIDATED_REPORT);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        reports.takeBackApproval(next.subject(), actor);
    }
}
