package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.PlanSteps;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

@Component
class IssueNationalPlanForm implements DocumentForm {

    private final PlanSteps plans;
    private final PlanPapers papers;

    IssueNationalPlanForm(PlanSteps plans, PlanPapers papers) {
        this.plans = plans;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return PlanModel.ISSUE_NATIONAL_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        PlanContent plan = plans.plan(item.subject()).content();
        return FormData.toNode(
                new Data(plan.documentNumber(), plan.documentDate(), plan.signatory(), plan.subPlanDeadline(), null));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return FormData.object()
                .put("subject", plans.plan(item.subject()).content().subject());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        NationalPlan plan = plans.plan(item.subject());
        return papers.national(plan.unitCode(), plan.content(), true);
    }

    @Override
    public Class<?> content() {
        return Data.class;
    }

    @Override
    public void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
        FormData.read(draft, Data.class);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        FormData.checkSizes(sent);
        Data data = FormData.read(sent, Data.class);
        plans.issue(
                item.subject(),
                data.documentNumber(),
                data.documentDate(),
                data.signatory(),
                data.subPlanDeadline(),
                data.workingDaysFromIssue());
        return Map.of();
    }

    /** @param workingDaysFromIssue sets the deadline instead of the day given, where it is not null */
    record Data(
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            LocalDate subPlanDeadline,
            Integer workingDaysFromIssue) {}
}
