package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.Issuing.Signatory;
import vn.plancascade.kernel.VietnamTime;

/** Lets a clerk choose the signatory from those who may sign today, with the block that will be printed. */
@Component
public class SignatoryChoice {

    private static final String FIELD = "signatory";

    private final Issuing issuing;
    private final Clock clock;

    SignatoryChoice(Issuing issuing, Clock clock) {
        this.issuing = issuing;
        this.clock = clock;
    }

    /** Makes the form's field for a login a list; where nobody may sign it stays as it is. */
    public void offer(ObjectNode form, String unitCode) {
        List<Signatory> signatories = issuing.signatories(unitCode, VietnamTime.dayOf(clock.instant()));
        if (!signatories.isEmpty()) {
            offer(form, signatories);
        }
    }

    private static void offer(JsonNode holder, List<Signatory> signatories) {
        for (JsonNode component : holder.path("components")) {
            if (FIELD.equals(component.path("key").asText()) && component instanceof ObjectNode field) {
                field.put("type", "select");
                field.remove("description");
                ArrayNode values = field.putArray("values");
                signatories.forEach(signatory ->
                        values.addObject().put("label", signatory.inWords()).put("value", signatory.login()));
            }
            offer(component, signatories);
        }
    }
}
