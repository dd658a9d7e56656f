package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.domain.SubPlanReviews;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.WorkItem;

/** A reviewer sees what the head is going to see, and passes it on or sends it back. */
@Component
class ReviewSubPlanForm implements DocumentForm, ReversibleForm, RoundForm {

    private final SubPlanReviews reviews;
    private final SubPlans subPlans;
    private final ApproveSubPlanForm heads;

    ReviewSubPlanForm(SubPlanReviews reviews, SubPlans subPlans, ApproveSubPlanForm heads) {
        this.reviews = reviews;
        this.subPlans = subPlans;
        this.heads = heads;
    }

    @Override
    public String taskKey() {
        return PlanModel.REVIEW_SUB_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return heads.prefill(item, actor);
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return ApproveSubPlanForm.submitted(subPlans.work(item.subject()));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return heads.document(item, data, actor);
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return reviews.isOwn(item.subject(), actor);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        reviews.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }

    @Override
    public List<RoundChange> changes(WorkItem item, String before, String now, Locale locale) {
        return heads.changes(item, before, now, locale);
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(PlanModel.APPROVE_SUB_PLAN);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        reviews.takeBack(next.subject(), actor);
    }
}
