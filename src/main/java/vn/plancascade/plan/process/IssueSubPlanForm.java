package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.plan.domain.PlanPapers;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.SigningForm;
import vn.plancascade.worklist.WorkItem;

@Component
class IssueSubPlanForm implements SigningForm {

    private final SubPlans subPlans;
    private final Issuing issuing;
    private final Clock clock;
    private final PlanPapers papers;
    private final IssuingFields fields;
    private final OutsideIssuing outside;

    IssueSubPlanForm(
            SubPlans subPlans,
            Issuing issuing,
            Clock clock,
            PlanPapers papers,
            IssuingFields fields,
            OutsideIssuing outside) {
        this.subPlans = subPlans;
        this.issuing = issuing;
        this.clock = clock;
        this.papers = papers;
        this.fields = fields;
        this.outside = outside;
    }

    @Override
    public String taskKey() {
        return PlanModel.ISSUE_SUB_PLAN;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(
                new IssuedAs("", VietnamTime.dayOf(clock.instant()), issuing.defaultSignatory(item.unitCode())));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        return FormData.object()
                .put("unitName", work.unit().name())
                .put("title", work.submitted().title())
                .put("numbering", work.unit().numbering().name());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        SubPlans.Work work = subPlans.work(item.subject());
        return papers.ofUnit(work, work.submitted(), true);
    }

    @Override
    public Class<?> content() {
        return IssuedAs.class;
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offer(form, item.unitCode(), SubPlans.SERIES);
    }

    @Override
    public void takeSigned(WorkItem item, Upload file, Actor actor) {
        outside.addSignedCopy(actor, item.subject(), file);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        IssuedAs data = IssuedAs.of(sent);
        subPlans.issue(item.subject(), data.documentNumber(), data.documentDate(), data.signatory(), actor);
        return Map.of();
    }
}
