package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportFacts;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

/** What those see who approve a report or take it over: the version as it was put together. */
@Component
class SubmittedReport {

    private final FigureHistory history;
    private final ReportFacts facts;
    private final ReportWorks works;
    private final ReportSums sums;
    private final ReportTexts texts;

    SubmittedReport(FigureHistory history, ReportFacts facts, ReportWorks works, ReportSums sums, ReportTexts texts) {
        this.history = history;
        this.facts = facts;
        this.works = works;
        this.sums = sums;
        this.texts = texts;
    }

    ObjectNode shown(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        int version = facts.newestVersion(work);
        ObjectNode shown = texts.facts(work, actor);
        ReportDraft draft = work.submitted();
        shown.put("submittedBy", work.round().submittedBy());
        shown.put("explanation", Objects.toString(draft.comment(), ""));
        shown.put("nothingToReport", draft.nothingToReport());
        shown.put("replacesText", Objects.toString(draft.replaces(), ""));
        shown.put("documentNumberText", Objects.toString(facts.documentNumber(work), ""));
        shown.set(
                "rows",
                texts.rows(
                        work,
                        sums.complete(work, sums.own(item.subject(), version), history.ownYearBefore(work)),
                        sums.complete(work, sums.totals(item.subject(), version), history.yearBefore(work)),
                        actor));
        shown.put("missingText", texts.missing(work, version, actor));
        ArrayNode parts = shown.putArray("parts");
        ReportDraft.Narrative.PARTS.forEach(part -> {
            String text = draft.narrative().part(part);
            if (text != null) {
                parts.addObject()
                        .put("title", texts.of("report.narrative." + part, ReportTexts.locale(actor)))
                        .put("text", text);
            }
        });
        ArrayNode progress = shown.putArray("progressRows");
        draft.progress().stream()
                .filter(each -> each.state() != null || each.note() != null)
                .forEach(each -> progress.add(FormData.toNode(each)
                        .put(
                                "state",
                                each.stateInWords(
                                        state -> texts.of("report.progress." + state, ReportTexts.locale(actor))))));
        return shown;
    }
}
