package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.report.domain.Reports;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;

/** The superior takes a report over, or says of each indicator what is to be revised. */
@Component
class AcceptUnitReportForm implements WorkForm, RoundForm {

    private static final String REMARKS = "remarks";

    private final Reports reports;
    private final ReportWorks works;
    private final SubmittedReport submitted;

    private final ReportChanges changes;

    AcceptUnitReportForm(Reports reports, ReportWorks works, SubmittedReport submitted, ReportChanges changes) {
        this.changes = changes;
        this.reports = reports;
        this.works = works;
        this.submitted = submitted;
    }

    @Override
    public String taskKey() {
        return ReportModel.ACCEPT_UNIT_REPORT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        ObjectNode data = FormData.object().put("decision", "").put("comment", "");
        data.putArray(REMARKS);
        return data;
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return submitted.shown(item, actor);
    }

    @Override
    public void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
        remarks(item, draft);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        List<String> remarks = remarks(item, data);
        if (!remarks.isEmpty()) {
            String comment = FormData.comment(data);
            data.put("comment", (comment == null ? "" : comment + "\n") + String.join("\n", remarks));
        }
        Decision decision = Decision.from(data, null);
        reports.receive(item.subject(), decision, actor);
        return Map.of(ReportModel.DECISION, decision.variable());
    }

    /** What is said of single indicators, one to a line. */
    private List<String> remarks(WorkItem item, ObjectNode data) {
        JsonNode sent = data.path(REMARKS);
        if (!sent.isArray() || sent.isEmpty()) {
            return List.of();
        }
        Set<String> known = works.of(item.subject()).indicators().stream()
                .map(Indicator::code)
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String code = sent.get(i).path("code").asText("").strip().toUpperCase(java.util.Locale.ROOT);
            String text = sent.get(i).path("text").asText("").strip();
            if (!known.contains(code)) {
                throw new InvalidInput(REMARKS + "[" + i + "].code", "indicator.unknown", code);
            }
            if (text.isEmpty()) {
                throw new InvalidInput(REMARKS + "[" + i + "].text", "required");
            }
            lines.add(code + ": " + text);
        }
        return lines;
    }

    @Override
    public List<RoundChange> changes(WorkItem item, String before, String now, Locale locale) {
        return changes.of(item.subject(), before, now, locale);
    }
}
