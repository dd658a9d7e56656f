package vn.plancascade.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Turns a form's data into the variables that Camunda's clients know, and back. */
final class TaskVariables {

    private static final String JSON = "Json";

    private TaskVariables() {}

    static ObjectNode fromDraft(ObjectNode draft, ObjectMapper json) {
        ObjectNode variables = json.createObjectNode();
        for (Map.Entry<String, JsonNode> field : draft.properties()) {
            JsonNode value = field.getValue();
            ObjectNode variable = variables.putObject(field.getKey());
            variable.put("type", typeOf(value));
            if (value.isContainerNode()) {
                variable.put("value", value.toString());
            } else {
                variable.set("value", value);
            }
            variable.putObject("valueInfo");
        }
        return variables;
    }

    /**
     * The data that was sent.
     *
     * @param known the form's present data: text sent without a type for what is a list or a group there is JSON
     */
    static ObjectNode toData(JsonNode variables, ObjectNode known, ObjectMapper json) {
        ObjectNode data = json.createObjectNode();
        for (Map.Entry<String, JsonNode> field : variables.properties()) {
            JsonNode variable = field.getValue();
            JsonNode value = variable.isObject() ? variable.path("value") : variable;
            String type = variable.path("type").asText("");
            boolean structured = JSON.equalsIgnoreCase(type)
                    || (!"String".equalsIgnoreCase(type)
                            && known.path(field.getKey()).isContainerNode());
            data.set(field.getKey(), structured && value.isTextual() ? parsed(value, json) : orNull(value, json));
        }
        return data;
    }

    /** Text that is no JSON stays what it is; the form then says what it wants instead. */
    private static JsonNode parsed(JsonNode text, ObjectMapper json) {
        try {
            JsonNode value = json.readTree(text.textValue());
            return value == null || value.isMissingNode() ? json.nullNode() : value;
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    private static JsonNode orNull(JsonNode value, ObjectMapper json) {
        return value.isMissingNode() ? json.nullNode() : value;
    }

    private static String typeOf(JsonNode value) {
        if (value.isContainerNode()) {
            return JSON;
        }
        if (value.isBoolean()) {
            return "Boolean";
        }
        if (value.isInt() || value.isShort()) {
            return "Integer";
        }
        if (value.isIntegralNumber()) {
            return "Long";
        }
        if (value.isNumber()) {
            return "Double";
        }
        return value.isNull() ? "Null" : "String";
    }
}
