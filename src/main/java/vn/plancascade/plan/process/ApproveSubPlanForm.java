package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveSubPlanForm implements DocumentForm {

    private final SubPlans subPlans;
    private final PlanPapers papers;

    ApproveSubPlanForm(SubPlans subPlans, PlanPapers papers) {
        this.subPlans = subPlans;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return PlanModel.APPROVE_SUB_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        ObjectNode shown = FormData.toNode(work.submitted());
        shown.put("unitName", work.unit().name());
        shown.put("submittedBy", work.round().submittedBy());
        return shown.put("dueText", VietnamTime.text(work.obligation().lastDay()));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        return papers.ofUnit(work, work.submitted(), true);
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return subPlans.isOwn(item.subject(), actor);
    }

    @Override
    public void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        subPlans.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }
}
