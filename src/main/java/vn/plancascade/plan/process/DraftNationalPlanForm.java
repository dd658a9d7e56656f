package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.Documents;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.domain.PlanDrafting;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.PlanSteps;
import vn.plancascade.plan.domain.PlanWorkbook;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.SectionedForm;
import vn.plancascade.worklist.SheetForm;
import vn.plancascade.worklist.WorkItem;

@Component
class DraftNationalPlanForm implements DocumentForm, ReversibleForm, SectionedForm, SheetForm {

    private final PlanSteps plans;
    private final PlanPapers papers;
    private final PlanDrafting drafting;
    private final PlanWorkbook workbook;
    private final IssuingFields fields;
    private final UnitFields units;

    DraftNationalPlanForm(
            PlanSteps plans,
            PlanPapers papers,
            PlanDrafting drafting,
            PlanWorkbook workbook,
            IssuingFields fields,
            UnitFields units) {
        this.plans = plans;
        this.papers = papers;
        this.drafting = drafting;
        this.workbook = workbook;
        this.fields = fields;
        this.units = units;
    }

    @Override
    public String taskKey() {
        return PlanModel.DRAFT_NATIONAL_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(plans.plan(item.subject()).content());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return papers.national(plans.plan(item.subject()).unitCode(), FormData.read(data, PlanContent.class), true);
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offerSignatories(form, plans.plan(item.subject()).unitCode());
        units.offer(form);
    }

    @Override
    public List<FormSection> sections() {
        return NationalPlanSections.ALL;
    }

    @Override
    public Standing standing(WorkItem item, ObjectNode data) {
        return drafting.standing(data);
    }

    @Override
    public ObjectNode made(WorkItem item, ObjectNode data, String offer) {
        return drafting.made(data, offer);
    }

    @Override
    public byte[] sheet(WorkItem item, ObjectNode data) {
        return workbook.of(data);
    }

    @Override
    public ObjectNode filled(WorkItem item, ObjectNode data, Documents.Upload file) {
        return workbook.over(data, file);
    }

    @Override
    public Class<?> content() {
        return PlanContent.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        plans.submit(item.subject(), FormData.read(data, PlanContent.class), actor);
        return Map.of();
    }

    @Override
    public Set<String> nextTasks() {
        return Set.of(PlanModel.APPROVE_NATIONAL_PLAN);
    }

    @Override
    public void takeBack(WorkItem next, Actor actor) {
        plans.takeBackSubmission(next.subject(), actor);
    }

    @Override
    public List<String> groups(WorkItem next, Obligation duty) {
        return List.of(Role.ministryDrafter.group(next.unitCode()));
    }
}
