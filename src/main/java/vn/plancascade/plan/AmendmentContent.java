package vn.plancascade.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import vn.plancascade.kernel.Names;

/**
 * What a plan would say after an amendment, in the fields of the plan's own content, beside two of the amendment's.
 *
 * @param reason why the plan is changed, as its document says; may be left out
 * @param supplementDeadline the day by which units supplement their sub-plans, under the plan's bound; null for the plan's own,
 *     or five working days where fewer are left
 */
@JsonDeserialize(using = AmendmentContent.Read.class)
public record AmendmentContent(
        String reason,
        LocalDate supplementDeadline,
        @JsonUnwrapped PlanContent plan) {

    /** The fields of the plan that an amendment may change; of the report calendar the due days alone. */
    public static final Set<String> AMENDABLE =
            Set.of("legalBasis", "objectives", "tasks", "recipients", "subPlanDeadline", "reportCalendar");

    public AmendmentContent {
        reason = Names.clean(reason);
    }

    /** The same with what the plan says put in order. */
    public AmendmentContent saying(PlanContent other) {
        return new AmendmentContent(reason, supplementDeadline, other);
    }

    /** The day by which units supplement their sub-plans, where that many working days are left. */
    public LocalDate supplementsDue() {
        return supplementDeadline == null ? plan.subPlanDeadline() : supplementDeadline;
    }

    static final class Read extends JsonDeserializer<AmendmentContent> {

        @Override
        public AmendmentContent deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            ObjectNode plan = context.readTreeAsValue(context.readTree(parser), ObjectNode.class);
            JsonNode own = plan.deepCopy().retain("reason", "supplementDeadline");
            plan.remove(Set.of("reason", "supplementDeadline"));
            Own said = context.readTreeAsValue(own, Own.class);
            return new AmendmentContent(
                    said.reason(), said.supplementDeadline(), context.readTreeAsValue(plan, PlanContent.class));
        }
    }

    private record Own(String reason, LocalDate supplementDeadline) {}
}
