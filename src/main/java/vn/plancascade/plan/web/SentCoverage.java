package vn.plancascade.plan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PlainJson;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** How a paper answers the tasks of the plan above, as it is sent in a form's field. */
final class SentCoverage {

    private static final String FIELD = "coverage";
    private static final ObjectMapper JSON = PlainJson.mapper();

    private SentCoverage() {}

    /** @throws InvalidInput on {@code coverage} */
    static List<Item> read(String sent) {
        String text = Names.clean(sent);
        if (text == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        if (!text.startsWith("[")) {
            for (String no : text.split("[,;\\r\\n]+")) {
                if (!no.isBlank()) {
                    items.add(Item.answering(no, Response.adopted, null));
                }
            }
            return items;
        }
        for (JsonNode node : list(text)) {
            items.add(
                    node.isTextual()
                            ? Item.answering(node.textValue(), Response.adopted, null)
                            : Item.answering(
                                    node.path("taskNo").asText(null),
                                    response(node),
                                    node.path("reason").asText(null)));
        }
        return items;
    }

    private static JsonNode list(String text) {
        try {
            JsonNode list = JSON.readTree(text);
            if (list.isArray() && list.size() <= 500) {
                return list;
            }
        } catch (JsonProcessingException wrong) {
            // Said below.
        }
        throw new InvalidInput(FIELD, "outside.coverage");
    }

    private static Response response(JsonNode node) {
        return switch (node.path("response").asText("adopted")) {
            case "adopted" -> Response.adopted;
            case "notApplicable" -> Response.notApplicable;
            default -> throw new InvalidInput(FIELD, "outside.coverage");
        };
    }
}
