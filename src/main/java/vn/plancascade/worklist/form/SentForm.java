package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.plancascade.kernel.InvalidInput;

/**
 * What a page sent of a form, laid over the form's data. Fields that were not sent stay as they are. What no field of the
 * form has the name of is kept as text: the task's own rules know what may come along.
 */
public final class SentForm {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Types of the form's components by the names of their fields, those of rows without their numbers. */
    private final Map<String, String> types = new HashMap<>();

    private final Locale locale;

    public SentForm(ObjectNode schema, Locale locale) {
        this.locale = locale;
        collect(schema, "");
    }

    private void collect(JsonNode holder, String before) {
        for (JsonNode component : holder.path("components")) {
            String type = component.path("type").asText();
            if (component.has("key")) {
                types.put(before + component.path("key").asText(), type);
            }
            collect(
                    component,
                    type.equals("dynamiclist") ? before + component.path("path").asText() + "[]." : before);
        }
    }

    /**
     * @param sent all values of each field
     * @throws InvalidInput if a name is none that a field can have
     */
    public ObjectNode over(ObjectNode data, Map<String, List<String>> sent) {
        ObjectNode filled = data.deepCopy();
        inOrder(sent.keySet()).forEach(name -> {
            FieldPath path = FieldPath.of(name);
            path.put(filled, value(name, sent.get(name), path.in(filled)));
        });
        return filled;
    }

    /** Rows before those that come after them, whatever order they were sent in. */
    private static Stream<String> inOrder(Collection<String> names) {
        return names.stream()
                .sorted(java.util.Comparator.comparing(name -> NUMBER.matcher(name)
                        .replaceAll(number -> Matcher.quoteReplacement("%5s".formatted(number.group())))));
    }

    private JsonNode value(String name, List<String> sent, JsonNode present) {
        String last = sent.isEmpty() ? "" : sent.get(sent.size() - 1);
        return switch (types.getOrDefault(FieldPath.ofAnyRow(name), "")) {
            case "datetime" -> last.isBlank() ? TextNode.valueOf("") : Typed.day(last);
            case "number" -> last.isBlank() ? NullNode.instance : Typed.number(last, locale);
            case "checkbox" -> BooleanNode.valueOf(List.of("true", "on").contains(last));
            case "taglist" -> tags(sent);
            // A box that is no field of the form, such as a confirmation that only other interfaces have.
            default ->
                present.isBoolean() && List.of("true", "false").contains(last)
                        ? BooleanNode.valueOf(Boolean.parseBoolean(last))
                        : TextNode.valueOf(last);
        };
    }

    private static JsonNode tags(List<String> sent) {
        List<JsonNode> tags = new ArrayList<>();
        sent.stream().filter(tag -> !tag.isBlank()).forEach(tag -> tags.add(TextNode.valueOf(tag)));
        return JsonNodeFactory.instance.arrayNode().addAll(tags);
    }

    /** Takes the value of a field from other data. */
    public static void take(ObjectNode data, ObjectNode other, String name) {
        FieldPath path = FieldPath.of(name);
        JsonNode value = path.in(other);
        path.put(data, value.isMissingNode() ? NullNode.instance : value);
    }
}
