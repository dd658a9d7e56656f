package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportFacts;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.report.domain.Reports;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FigureForm;
import vn.plancascade.worklist.FigureSheet;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.WorkItem;

/** The figures, with those of the year before beside them, the narrative, and the progress of the unit's own activities. */
@Component
class DraftUnitReportForm implements DocumentForm, FigureForm, ReversibleForm {

    private final Reports reports;
    private final FigureHistory history;
    private final ReportFacts facts;
    private final ReportWorks works;
    private final ReportSums sums;
    private final ReportTexts texts;
    private final ReportPapers papers;
    private final IndicatorFields fields;

    DraftUnitReportForm(
            Reports reports,
            FigureHistory history,
            ReportFacts facts,
            ReportWorks works,
            ReportSums sums,
            ReportTexts texts,
            ReportPapers papers,
            IndicatorFields fields) {
        this.reports = reports;
        this.history = history;
        this.facts = facts;
        this.works = works;
        this.sums = sums;
        this.texts = texts;
        this.papers = papers;
        this.fields = fields;
    }

    @Override
    public String taskKey() {
        return ReportModel.DRAFT_UNIT_REPORT;
    }

    /** What was submitted last, or blanks for what the unit reports. */
    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        if (work.round() != null) {
            ObjectNode again = FormData.toNode(work.submitted());
            again.put("replaces", Objects.toString(facts.replacedNumber(work), ""));
            if (work.round().decision() == null
                    || work.isAmended()
                    || work.duty().issuedAt() != null) {
                again.put("comment", "");
            }
            return again;
        }
        ObjectNode draft = FormData.object();
        ObjectNode figures = draft.putObject("figures");
        Map<String, java.math.BigDecimal> carried = history.carried(work);
        work.indicators().stream().filter(Indicator::isEntered).forEach(indicator -> {
            if (carried.containsKey(indicator.code())) {
                figures.put(indicator.code(), carried.get(indicator.code()));
            } else {
                figures.putNull(indicator.code());
            }
        });
        draft.put("nothingToReport", false);
        draft.set("narrative", ConsolidateReportForm.emptyNarrative());
        draft.put("comment", "");
        draft.put("replaces", "");
        draft.put("confirmed", false);
        ArrayNode progress = draft.putArray("progress");
        facts.ownItems(work)
                .forEach(own -> progress.addObject()
                        .put("taskNo", own.taskNo())
                        .put("activity", own.activity())
                        .put("state", "")
                        .put("note", ""));
        return draft;
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        ObjectNode shown = texts.facts(work, actor);
        shown.put("returnedComment", facts.returnedComment(work));
        shown.put("replacing", facts.replacedNumber(work) != null);
        Map<String, java.math.BigDecimal> now = sums.totalsNow(item.subject(), Map.of());
        shown.put("hasParts", !now.isEmpty());
        shown.set("sums", texts.rows(work, Map.of(), sums.complete(work, now, history.yearBefore(work)), actor));
        return shown.put("missingText", texts.missing(work, null, actor));
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
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.into(form, works.of(item.subject()), ReportTexts.locale(actor));
    }

    @Override
    public FigureSheet sheet(WorkItem item, ObjectNode data, Locale locale) {
        return fields.sheet(works.of(item.subject()), FormData.read(data, ReportDraft.class), locale);
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(ReportModel.APPROVE_UNIT_REPORT);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        reports.takeBackSubmission(next.subject(), actor);
    }
}
