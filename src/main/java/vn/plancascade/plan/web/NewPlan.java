package vn.plancascade.plan.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import vn.plancascade.plan.PlanContent;

/** What a plan is begun with: all that it says, or the plan of another year that it is copied from. */
@JsonDeserialize(using = NewPlan.Read.class)
@Schema(oneOf = {PlanContent.class, NewPlan.Copied.class})
sealed interface NewPlan {

    record Written(PlanContent content) implements NewPlan {}

    // Read as a record, and not as what it implements.
    @JsonDeserialize
    record Copied(Long copyOf, Integer year) implements NewPlan {}

    final class Read extends StdDeserializer<NewPlan> {

        private static final long serialVersionUID = 1;

        Read() {
            super(NewPlan.class);
        }

        @Override
        public NewPlan deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode sent = context.readTree(parser);
            return sent.has("copyOf")
                    ? context.readTreeAsValue(sent, Copied.class)
                    : new Written(context.readTreeAsValue(sent, PlanContent.class));
        }
    }
}
