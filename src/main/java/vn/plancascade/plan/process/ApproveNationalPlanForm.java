package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.PlanSteps;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveNationalPlanForm implements DocumentForm {

    private final PlanSteps plans;
    private final PlanPapers papers;

    ApproveNationalPlanForm(PlanSteps plans, PlanPapers papers) {
        this.plans = plans;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return PlanModel.APPROVE_NATIONAL_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "approve").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return FormData.toNode(plans.plan(item.subject()).content());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        NationalPlan plan = plans.plan(item.subject());
        return papers.national(plan.unitCode(), plan.content(), true);
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return plans.isOwn(item.subject(), actor);
    }

    @Override
    public void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, "approve");
        plans.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }
}
