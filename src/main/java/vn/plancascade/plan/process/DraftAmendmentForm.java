package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.domain.AmendmentPapers;
import vn.plancascade.plan.domain.AmendmentSteps;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

@Component
class DraftAmendmentForm implements DocumentForm {

    private final AmendmentSteps steps;
    private final AmendmentForms forms;
    private final AmendmentPapers papers;
    private final ApprovalRounds rounds;

    DraftAmendmentForm(AmendmentSteps steps, AmendmentForms forms, AmendmentPapers papers, ApprovalRounds rounds) {
        this.steps = steps;
        this.forms = forms;
        this.papers = papers;
        this.rounds = rounds;
    }

    @Override
    public String taskKey() {
        return AmendmentModel.DRAFT_AMENDMENT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(forms.amendment(item).content());
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        Amendment amendment = forms.amendment(item);
        String comment = rounds.latest(amendment.subject()).map(Round::comment).orElse("");
        return forms.shown(amendment).put("returnedComment", comment);
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        Amendment amendment = forms.amendment(item);
        return papers.draft(
                amendment,
                FormData.read(data, AmendmentContent.class),
                amendment.content().plan().signatory());
    }

    @Override
    public Class<?> content() {
        return AmendmentContent.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        steps.submit(forms.amendment(item).id(), FormData.read(data, AmendmentContent.class), actor);
        return Map.of();
    }
}
