package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.domain.AmendmentPapers;
import vn.plancascade.plan.domain.AmendmentSteps;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.WorkItem;

/** The clerk enters the amendment in the register; with that it is in force. */
@Component
class IssueAmendmentForm implements DocumentForm {

    private final AmendmentSteps steps;
    private final AmendmentForms forms;
    private final AmendmentPapers papers;
    private final IssuingFields fields;
    private final Clock clock;

    IssueAmendmentForm(
            AmendmentSteps steps, AmendmentForms forms, AmendmentPapers papers, IssuingFields fields, Clock clock) {
        this.steps = steps;
        this.forms = forms;
        this.papers = papers;
        this.fields = fields;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return AmendmentModel.ISSUE_AMENDMENT;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(new IssuedAs(
                "",
                VietnamTime.dayOf(clock.instant()),
                forms.amendment(item).content().plan().signatory()));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return forms.shown(forms.amendment(item));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        Amendment amendment = forms.amendment(item);
        return papers.draft(
                amendment,
                amendment.content(),
                Names.clean(data.path("signatory").asText(null)));
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offer(form, item.unitCode(), SubPlans.SERIES);
    }

    @Override
    public boolean isForAllUnits() {
        return true;
    }

    @Override
    public Class<?> content() {
        return IssuedAs.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        IssuedAs data = IssuedAs.of(sent);
        steps.issue(forms.amendment(item).id(), actor, data.documentNumber(), data.documentDate(), data.signatory());
        return Map.of();
    }
}
