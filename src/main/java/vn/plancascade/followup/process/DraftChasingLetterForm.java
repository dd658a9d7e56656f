package vn.plancascade.followup.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.domain.LetterSteps;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

/** An inspector words the letter to the units that were chosen, and submits it; or gives it up. */
@Component
class DraftChasingLetterForm implements DocumentForm {

    private static final int ADDITION = 2000;
    private static final int CONTACT = 300;
    private static final String SECTION = "[\\p{L}\\p{N}.-]{1,20}";

    private final LetterSteps letters;
    private final LetterForms forms;
    private final Issuing issuing;

    DraftChasingLetterForm(LetterSteps letters, LetterForms forms, Issuing issuing) {
        this.letters = letters;
        this.forms = forms;
        this.issuing = issuing;
    }

    @Override
    public String taskKey() {
        return ChasingLetterModel.DRAFT_CHASING_LETTER;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        ChasingLetter letter = forms.letter(item);
        return FormData.toNode(new Data(letter.addition(), letter.contact(), letter.section(), false));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ChasingLetter letter = forms.letter(item);
        return forms.shown(letter).put("returnedComment", letter.comment() == null ? "" : letter.comment());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        ChasingLetter letter = forms.letter(item);
        Data said = FormData.read(data, Data.class);
        return forms.document(
                letter.worded(Names.clean(said.addition()), Names.clean(said.contact()), Names.clean(said.section())),
                issuing.defaultSignatory(letter.unit()));
    }

    @Override
    public Class<?> content() {
        return Data.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        FormData.checkSizes(sent);
        Data data = FormData.read(sent, Data.class);
        long id = forms.letter(item).id();
        if (Boolean.TRUE.equals(data.discard())) {
            letters.discard(actor, id);
            return Map.of(ChasingLetterModel.DECISION, "discard");
        }
        String addition = Names.clean(data.addition());
        String contact = Names.clean(data.contact());
        String section = Names.clean(data.section());
        List<Violation> wrong = new ArrayList<>();
        if (addition != null && addition.length() > ADDITION) {
            wrong.add(new Violation("addition", "tooLong", ADDITION));
        }
        if (contact == null) {
            wrong.add(new Violation("contact", "required"));
        } else if (contact.length() > CONTACT) {
            wrong.add(new Violation("contact", "tooLong", CONTACT));
        }
        if (section != null && !section.matches(SECTION)) {
            wrong.add(new Violation("section", "chase.section"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        letters.submit(actor, id, addition, contact, section);
        return Map.of(ChasingLetterModel.DECISION, "submit");
    }

    /** @param discard whether no letter is to be sent */
    record Data(String addition, String contact, String section, Boolean discard) {}
}
