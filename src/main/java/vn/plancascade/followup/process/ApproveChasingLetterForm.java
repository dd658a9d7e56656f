package vn.plancascade.followup.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.domain.LetterSteps;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.worklist.Decision;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

/** Who may sign reads the letter as it will be, and approves it or sends it back. */
@Component
class ApproveChasingLetterForm implements DocumentForm {

    private final LetterSteps letters;
    private final LetterForms forms;
    private final Organisation organisation;
    private final MessageSource messages;

    ApproveChasingLetterForm(
            LetterSteps letters, LetterForms forms, Organisation organisation, MessageSource messages) {
        this.letters = letters;
        this.forms = forms;
        this.organisation = organisation;
        this.messages = messages;
    }

    @Override
    public String taskKey() {
        return ChasingLetterModel.APPROVE_CHASING_LETTER;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object().put("decision", "").put("comment", "");
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ChasingLetter letter = forms.letter(item);
        return forms.shown(letter)
                .put(
                        "preparedBy",
                        letter.submittedBy() == null
                                ? messages.getMessage("page.system", null, LocaleContextHolder.getLocale())
                                : organisation.nameOf(letter.submittedBy()));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return forms.document(forms.letter(item), actor.login());
    }

    @Override
    public boolean isForOthers(WorkItem item, Actor actor) {
        return actor.login().equals(forms.letter(item).submittedBy());
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        Decision decision = Decision.from(data, null);
        letters.decide(actor, forms.letter(item).id(), decision.approved(), decision.comment());
        return Map.of(ChasingLetterModel.DECISION, decision.variable());
    }
}
