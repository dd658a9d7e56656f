package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.OutsidePlan;
import vn.plancascade.plan.domain.OutsidePlans;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;

@Component
class ConfirmIssuedOutsideForm implements WorkForm {

    private final OutsidePlans outside;
    private final Obligations obligations;
    private final Documents documents;
    private final Organisation organisation;

    ConfirmIssuedOutsideForm(
            OutsidePlans outside, Obligations obligations, Documents documents, Organisation organisation) {
        this.outside = outside;
        this.obligations = obligations;
        this.documents = documents;
        this.organisation = organisation;
    }

    @Override
    public String taskKey() {
        return PlanModel.CONFIRM_ISSUED_OUTSIDE;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        Round round = outside.latest(item.subject());
        OutsidePlan plan = OutsidePlans.plan(round);
        ObjectNode shown = FormData.object()
                .put("unitName", obligations.get(item.subject()).unitName())
                .put("documentNumber", Objects.toString(plan.documentNumber(), ""))
                .put("documentDateText", VietnamTime.text(plan.documentDate()))
                .put("signatoryName", organisation.nameOf(plan.signatory()))
                .put("submittedBy", organisation.nameOf(round.submittedBy()))
                .put("documentUrl", "/api/v1/documents/" + plan.document())
                .put(
                        "fileName",
                        documents
                                .find(plan.document())
                                .map(document -> document.fileName())
                                .orElse(""));
        shown.set("coverage", FormData.toNode(plan).get("coverage"));
        return shown;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        outside.decide(item.subject(), decision, actor);
        return Map.of(PlanModel.DECISION, decision.variable());
    }
}
