package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.domain.AmendmentPapers;
import vn.plancascade.plan.domain.AmendmentSteps;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

@Component
class ApproveAmendmentForm implements DocumentForm {

    private final AmendmentSteps steps;
    private final AmendmentForms forms;
    private final AmendmentPapers papers;

    ApproveAmendmentForm(AmendmentSteps steps, AmendmentForms forms, AmendmentPapers papers) {
        this.steps = steps;
        this.forms = forms;
        this.papers = papers;
    }

    @Override
    public String taskKey() {
        return AmendmentModel.APPROVE_AMENDMENT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        Amendment amendment = forms.amendment(item);
        String reason = amendment.content().reason();
        return forms.shown(amendment).put("reason", reason == null ? "" : reason);
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        Amendment amendment = forms.amendment(item);
        return papers.draft(amendment, amendment.content(), actor.login());
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return steps.isOwn(forms.amendment(item).id(), actor);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        steps.decide(forms.amendment(item).id(), decision, actor);
        return Map.of(AmendmentModel.DECISION, decision.variable());
    }
}
