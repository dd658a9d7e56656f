package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.domain.AmendmentDrafting;
import vn.plancascade.plan.domain.AmendmentPapers;
import vn.plancascade.plan.domain.AmendmentSteps;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.SectionedForm;
import vn.plancascade.worklist.WorkItem;

@Component
class DraftAmendmentForm implements DocumentForm, SectionedForm {

    private static final List<FormSection> SECTIONS = List.of(
            FormSection.of("amendment", "group_plan", "group_amendment"),
            FormSection.list("tasks"),
            FormSection.of("calendar", "reportCalendar"),
            FormSection.of("text", "group_text"));

    private final AmendmentSteps steps;
    private final AmendmentForms forms;
    private final AmendmentPapers papers;
    private final AmendmentDrafting drafting;
    private final ApprovalRounds rounds;

    DraftAmendmentForm(
            AmendmentSteps steps,
            AmendmentForms forms,
            AmendmentPapers papers,
            AmendmentDrafting drafting,
            ApprovalRounds rounds) {
        this.steps = steps;
        this.forms = forms;
        this.papers = papers;
        this.drafting = drafting;
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
    public List<FormSection> sections() {
        return SECTIONS;
    }

    @Override
    public Standing standing(WorkItem item, ObjectNode data) {
        return drafting.standing(forms.amendment(item), data);
    }

    @Override
    public Optional<Basis> basis(WorkItem item) {
        return Optional.of(drafting.inForce(forms.amendment(item)));
    }

    @Override
    public ObjectNode made(WorkItem item, ObjectNode data, String offer) {
        return drafting.made(forms.amendment(item), data, offer);
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
