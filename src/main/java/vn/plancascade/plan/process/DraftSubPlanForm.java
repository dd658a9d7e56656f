package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Documents;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.domain.FilledSubPlan;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.SubPlanSources;
import vn.plancascade.plan.domain.SubPlanWorkbook;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.CopyForm;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.SheetForm;
import vn.plancascade.worklist.WorkItem;

@Component
class DraftSubPlanForm implements DocumentForm, CopyForm, SheetForm, ReversibleForm {

    private final SubPlans subPlans;
    private final PlanPapers papers;
    private final SubPlanSources sources;

    DraftSubPlanForm(SubPlans subPlans, PlanPapers papers, SubPlanSources sources) {
        this.subPlans = subPlans;
        this.papers = papers;
        this.sources = sources;
    }

    @Override
    public String taskKey() {
        return PlanModel.DRAFT_SUB_PLAN;
    }

    /** What was returned, or an item for each task of the plan above that addresses the unit. */
    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        if (work.round() != null) {
            return FormData.toNode(work.toRework());
        }
        ObjectNode draft = FormData.object();
        draft.put(
                "title",
                "Kế hoạch " + Names.lowered(work.plan().content().subject()) + " của "
                        + work.unit().name());
        ArrayNode items = draft.putArray("items");
        work.tasks().forEach(task -> items.add(item(task)));
        draft.put("note", "");
        draft.putArray("addedTasks");
        draft.put("datesConfirmed", false);
        return draft;
    }

    private static ObjectNode item(Task task) {
        ObjectNode item = FormData.object()
                .put("taskNo", task.no())
                .put("taskTitle", task.title())
                .put("mandatory", task.mandatory())
                .put("response", "");
        for (String field : new String[] {"activity", "inCharge", "from", "to", "budget", "output", "reason"}) {
            item.put(field, "");
        }
        return item.put("suggestion", task.suggestion() == null ? "" : task.suggestion());
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        ObjectNode shown = FormData.object()
                .put("unitName", work.unit().name())
                .put("tierByTier", work.plan().content().isTierByTier());
        shown.put(
                "returnedComment",
                work.round() == null || work.round().comment() == null
                        ? ""
                        : work.round().comment());
        return shown;
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return papers.ofUnit(subPlans.work(item.subject()), FormData.read(data, SubPlanContent.class), true);
    }

    @Override
    public Class<?> content() {
        return SubPlanContent.class;
    }

    @Override
    public boolean takesEvidence() {
        return true;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        subPlans.submit(item.subject(), FormData.read(data, SubPlanContent.class), actor);
        return Map.of();
    }

    @Override
    public List<String> sources(WorkItem item) {
        return sources.names(item.subject());
    }

    @Override
    public ObjectNode copied(WorkItem item, ObjectNode data, String source, Set<Integer> rows) {
        return sources.copied(item.subject(), data, source, rows);
    }

    @Override
    public byte[] sheet(WorkItem item, ObjectNode data) {
        String unit = subPlans.work(item.subject()).unit().name();
        return SubPlanWorkbook.of(item.subject(), unit, FormData.read(data, SubPlanContent.class));
    }

    @Override
    public ObjectNode filled(WorkItem item, ObjectNode data, Documents.Upload file) {
        return FilledSubPlan.over(data, item.subject(), file);
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(PlanModel.REVIEW_SUB_PLAN, PlanModel.APPROVE_SUB_PLAN);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        subPlans.takeBackSubmission(next.subject(), actor);
    }
}
