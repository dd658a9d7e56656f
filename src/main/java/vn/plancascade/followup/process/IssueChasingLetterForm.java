package vn.plancascade.followup.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.domain.LetterSteps;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.SigningForm;
import vn.plancascade.worklist.WorkItem;

/** The clerk enters the letter in the unit's register of letters. */
@Component
class IssueChasingLetterForm implements SigningForm {

    private final LetterSteps letters;
    private final LetterForms forms;
    private final Issuing issuing;
    private final IssuingFields fields;
    private final Clock clock;

    IssueChasingLetterForm(LetterSteps letters, LetterForms forms, Issuing issuing, IssuingFields fields, Clock clock) {
        this.letters = letters;
        this.forms = forms;
        this.issuing = issuing;
        this.fields = fields;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return ChasingLetterModel.ISSUE_CHASING_LETTER;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        String approvedBy = forms.letter(item).approvedBy();
        LocalDate today = VietnamTime.dayOf(clock.instant());
        boolean signs = issuing.signatories(item.unitCode(), today).stream()
                .anyMatch(one -> one.login().equals(approvedBy));
        return FormData.toNode(new IssuedAs("", today, signs ? approvedBy : issuing.defaultSignatory(item.unitCode())));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        return forms.shown(forms.letter(item));
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        ChasingLetter letter = forms.letter(item);
        return forms.document(letter, Names.clean(data.path("signatory").asText(null)));
    }

    @Override
    public Class<?> content() {
        return IssuedAs.class;
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offer(form, item.unitCode(), OutgoingRegister.LETTERS);
    }

    @Override
    public void takeSigned(WorkItem item, Upload file, Actor actor) {
        letters.takeSigned(actor, forms.letter(item).id(), file);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        IssuedAs data = IssuedAs.of(sent);
        letters.issue(actor, forms.letter(item).id(), data.documentNumber(), data.documentDate(), data.signatory());
        return Map.of();
    }
}
