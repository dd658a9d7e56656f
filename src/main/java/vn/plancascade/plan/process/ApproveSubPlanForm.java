package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.SubPlanChanges;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveSubPlanForm implements DocumentForm, ReversibleForm, RoundForm {

    private final SubPlans subPlans;
    private final PlanPapers papers;
    private final MessageSource messages;
    private final Organisation organisation;

    ApproveSubPlanForm(SubPlans subPlans, PlanPapers papers, MessageSource messages, Organisation organisation) {
        this.subPlans = subPlans;
        this.papers = papers;
        this.messages = messages;
        this.organisation = organisation;
    }

    @Override
    public String taskKey() {
        return PlanModel.APPROVE_SUB_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    /** With what a reviewer who passed it on said. */
    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        Round round = work.round();
        return submitted(work)
                .put("reviewedBy", round.reviewedBy() == null ? "" : organisation.nameOf(round.reviewedBy()))
                .put("reviewComment", Objects.requireNonNullElse(round.reviewComment(), ""));
    }

    /** What was handed in, as whoever decides on it sees it. */
    static ObjectNode submitted(SubPlans.Work work) {
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
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        subPlans.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }

    @Override
    public List<RoundChange> changes(WorkItem item, String before, String now, Locale locale) {
        return SubPlanChanges.of(
                FormData.read(before, SubPlanContent.class),
                FormData.read(now, SubPlanContent.class),
                response -> messages.getMessage("change.response." + response.name(), null, locale));
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(PlanModel.ISSUE_SUB_PLAN);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        subPlans.takeBackApproval(next.subject(), actor);
    }
}
