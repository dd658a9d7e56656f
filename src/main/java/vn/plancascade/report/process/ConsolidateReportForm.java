package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportFacts;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.report.domain.Reports;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.WorkItem;

/** The ministry's own report: it owes no figures, and may be submitted with units missing and with nothing written. */
@Component
class ConsolidateReportForm implements DocumentForm, ReversibleForm {

    private final Reports reports;
    private final FigureHistory history;
    private final ReportFacts facts;
    private final ReportWorks works;
    private final ReportSums sums;
    private final ReportTexts texts;
    private final ReportPapers papers;

    ConsolidateReportForm(
            Reports reports,
            FigureHistory history,
            ReportFacts facts,
            ReportWorks works,
            ReportSums sums,
            ReportTexts texts,
            ReportPapers papers) {
        this.reports = reports;
        this.history = history;
        this.facts = facts;
        this.works = works;
        this.sums = sums;
        this.texts = texts;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return ReportModel.CONSOLIDATE_REPORT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        if (work.round() != null) {
            ObjectNode again = FormData.toNode(work.submitted());
            again.remove(java.util.List.of("figures", "nothingToReport", "replaces", "progress"));
            return again;
        }
        ObjectNode draft = FormData.object();
        draft.set("narrative", emptyNarrative());
        draft.put("confirmed", false);
        return draft.put("comment", "");
    }

    static ObjectNode emptyNarrative() {
        ObjectNode narrative = FormData.object();
        ReportDraft.Narrative.PARTS.forEach(part -> narrative.put(part, ""));
        return narrative;
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        ObjectNode shown = texts.facts(work, actor);
        Map<String, BigDecimal> totals = sums.totalsNow(item.subject(), Map.of());
        shown.set("sums", texts.rows(work, Map.of(), sums.complete(work, totals, history.yearBefore(work)), actor));
        String missing = texts.missing(work, null, actor);
        shown.put("missingText", missing);
        shown.put(
                "warningText",
                totals.isEmpty() ? texts.of("report.warning.nothingAccepted", ReportTexts.locale(actor)) : "");
        return shown.put("returnedComment", facts.returnedComment(work));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return papers.draft(works.of(item.subject()), FormData.read(data, ReportDraft.class));
    }

    @Override
    public Class<?> content() {
        return ReportDraft.class;
    }

    @Override
    public boolean takesEvidence() {
        return true;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        reports.submit(item.subject(), FormData.read(data, ReportDraft.class), actor);
        return Map.of();
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(ReportModel.APPROVE_CONSOLIDATED_REPORT);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        reports.takeBackSubmission(next.subject(), actor);
    }
}
