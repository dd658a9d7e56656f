package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.Issuing.Signatory;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;

/** What a clerk is offered where a document is issued: who may sign today, and the next number of the register. */
@Component
public class IssuingFields {

    private static final String KEY = "key";
    private static final String DESCRIPTION = "description";

    private final Issuing issuing;
    private final OutgoingRegister register;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    IssuingFields(
            Issuing issuing,
            OutgoingRegister register,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.issuing = issuing;
        this.register = register;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Makes the form's {@code signatory} a list, each with the block that will be printed, and proposes its
     * {@code documentNumber}. Where nobody may sign, the field for a login stays as it is.
     */
    public void offer(ObjectNode form, String unitCode, String series) {
        offerSignatories(form, unitCode);
        Unit unit = organisation.unit(unitCode).orElseThrow();
        String next = register.next(unit, series, today());
        at(form, "documentNumber", field -> propose(field, unit.numbering(), next));
    }

    /** The list of signatories alone. */
    public void offerSignatories(ObjectNode form, String unitCode) {
        List<Signatory> signatories = issuing.signatories(unitCode, today());
        if (!signatories.isEmpty()) {
            at(form, "signatory", field -> choose(field, signatories));
        }
    }

    private static void choose(ObjectNode field, List<Signatory> signatories) {
        field.put("type", "select");
        field.remove(DESCRIPTION);
        ArrayNode values = field.putArray("values");
        signatories.forEach(signatory ->
                values.addObject().put("label", signatory.inWords()).put("value", signatory.login()));
    }

    private void propose(ObjectNode field, Numbering numbering, String next) {
        if (numbering == Numbering.register) {
            field.put("defaultValue", next);
            field.put(DESCRIPTION, (field.path(DESCRIPTION).asText("") + " " + text("next", next)).strip());
        } else {
            field.remove(List.of(KEY, "label", DESCRIPTION));
            field.put("type", "text").put("text", text(numbering.name(), next));
        }
    }

    private String text(String numbering, String next) {
        return messages.getMessage("form.number." + numbering, new Object[] {next}, LocaleContextHolder.getLocale());
    }

    private static void at(JsonNode holder, String key, Consumer<ObjectNode> change) {
        for (JsonNode component : holder.path("components")) {
            if (key.equals(component.path(KEY).asText()) && component instanceof ObjectNode field) {
                change.accept(field);
            }
            at(component, key, change);
        }
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
