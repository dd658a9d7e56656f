package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.domain.PlanChanges;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.PlanSteps;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveNationalPlanForm implements DocumentForm, ReversibleForm, RoundForm {

    private final PlanSteps plans;
    private final PlanPapers papers;
    private final MessageSource messages;

    ApproveNationalPlanForm(PlanSteps plans, PlanPapers papers, MessageSource messages) {
        this.messages = messages;
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
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, "approve");
        plans.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }

    @Override
    public List<RoundChange> changes(WorkItem item, String before, String now, Locale locale) {
        return PlanChanges.of(
                FormData.read(before, PlanContent.class),
                FormData.read(now, PlanContent.class),
                kind -> messages.getMessage("unitKind." + kind.name(), null, locale));
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(PlanModel.ISSUE_NATIONAL_PLAN);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        plans.takeBackApproval(next.subject(), actor);
    }

    @Override
    public List<String> groups(WorkItem next, Obligation duty) {
        return List.of(Role.ministryLeader.group(next.unitCode()));
    }
}
