package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A form for a client that would draw days and numbers by its browser's language: both are lines of text there, written and
 * read as on our pages, and whatever is wrong is said by the server.
 */
public final class TextForm {

    private static final Set<String> READ_HERE = Set.of("number", "datetime");

    private final ObjectNode schema;
    private final Locale locale;

    /** @param schema the form as it is without this */
    public TextForm(ObjectNode schema, Locale locale) {
        this.schema = schema;
        this.locale = locale;
    }

    /**
     * Makes lines of text of a form's days and numbers, in place.
     *
     * @param required what stands behind the label of a field that must be filled in
     * @param day what a day looks like
     */
    public static void into(JsonNode holder, String required, String day) {
        for (JsonNode component : holder.path("components")) {
            if (component instanceof ObjectNode field) {
                into(field, required, day);
                arrange(field, required, day);
            }
        }
    }

    private static void arrange(ObjectNode field, String required, String day) {
        String type = field.path("type").asText();
        if (READ_HERE.contains(type)) {
            field.put("type", "textfield");
            if (field.has("dateLabel")) {
                field.set("label", field.remove("dateLabel"));
            }
            if (type.equals("datetime") && !field.path("readonly").asBoolean()) {
                field.put("description", (field.path("description").asText("") + " " + day).strip());
            }
        }
        JsonNode checks = field.remove("validate");
        if (checks != null && checks.path("required").asBoolean() && field.has("label")) {
            field.put("label", field.path("label").asText() + required);
        }
    }

    /** The data with days and numbers as people read them. */
    public ObjectNode shown(ObjectNode data) {
        ObjectNode shown = data.deepCopy();
        each(
                schema,
                shown,
                (type, value) -> TextNode.valueOf(
                        type.equals("datetime") ? Typed.shownDay(value) : Typed.shownNumber(value, locale)));
        return shown;
    }

    /** The same back; what cannot be read stays as it was typed, for the rules to refuse. */
    public ObjectNode read(ObjectNode sent) {
        ObjectNode read = sent.deepCopy();
        each(schema, read, this::read);
        return read;
    }

    private JsonNode read(String type, JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        String typed = value.textValue();
        if (type.equals("datetime")) {
            return typed.isBlank() ? TextNode.valueOf("") : Typed.day(typed);
        }
        return typed.isBlank() ? NullNode.instance : Typed.number(typed, locale);
    }

    private static void each(JsonNode holder, ObjectNode values, BiFunction<String, JsonNode, JsonNode> change) {
        for (JsonNode component : holder.path("components")) {
            String type = component.path("type").asText();
            if (type.equals("dynamiclist")) {
                FieldPath.of(component.path("path").asText()).in(values).forEach(row -> {
                    if (row instanceof ObjectNode object) {
                        each(component, object, change);
                    }
                });
            } else if (READ_HERE.contains(type)) {
                FieldPath field = FieldPath.of(component.path("key").asText());
                JsonNode value = field.in(values);
                if (!value.isMissingNode()) {
                    field.put(values, change.apply(type, value));
                }
            } else {
                each(component, values, change);
            }
        }
    }
}
