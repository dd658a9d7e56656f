package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.plancascade.kernel.PlainJson;
import vn.plancascade.worklist.form.FormPart.Condition;
import vn.plancascade.worklist.form.FormPart.Option;

/**
 * Reads a form file together with its data into what a page shows. Components that have nothing to say are left out; one
 * that goes by a field which the person fills in herself comes with its condition.
 */
public final class FormParts {

    private static final ObjectMapper JSON = PlainJson.mapper();
    private static final String MANDATORY = "mandatory";
    private static final Pattern BY_FIELD = Pattern.compile("=(this\\.)?(\\w+) != \"(\\w+)\"");

    private final FormExpressions expressions;
    private final Locale locale;
    private final ObjectNode schema;
    private final ObjectNode data;
    private final Map<String, Object> names;
    private final Set<String> entered = new HashSet<>();

    /** Choices that follow from the data; their expressions speak of the whole form, and never of a row. */
    private final Map<String, List<Option>> computed = new HashMap<>();

    public FormParts(FormExpressions expressions, Locale locale, ObjectNode schema, ObjectNode data) {
        this.expressions = expressions;
        this.locale = locale;
        this.schema = schema;
        this.data = data;
        this.names = map(data);
        collectEntered(schema);
    }

    private void collectEntered(JsonNode holder) {
        for (JsonNode component : holder.path("components")) {
            if (component.has("key") && !component.path("readonly").asBoolean()) {
                entered.add(component.path("key").asText());
            }
            collectEntered(component);
        }
    }

    public List<FormPart> all() {
        return parts(schema, data, "", names);
    }

    private List<FormPart> parts(JsonNode holder, JsonNode values, String before, Map<String, Object> known) {
        List<FormPart> parts = new ArrayList<>();
        for (JsonNode component : holder.path("components")) {
            String hide = component.path("conditional").path("hide").asText("");
            Condition when = condition(hide, before);
            if (when == null && !hide.isEmpty() && Boolean.TRUE.equals(expressions.value(hide.substring(1), known))) {
                continue;
            }
            FormPart part = part(component, values, before, known, when);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private Condition condition(String hide, String before) {
        Matcher byField = BY_FIELD.matcher(hide);
        if (!byField.matches() || !entered.contains(byField.group(2))) {
            return null;
        }
        return new Condition((byField.group(1) == null ? "" : before) + byField.group(2), byField.group(3));
    }

    private FormPart part(
            JsonNode component, JsonNode values, String before, Map<String, Object> known, Condition when) {
        String type = component.path("type").asText();
        String name = before + component.path("key").asText();
        JsonNode value = component.has("key")
                ? FieldPath.of(component.path("key").asText()).in(values)
                : MissingNode.getInstance();
        String label = label(component);
        return switch (type) {
            case "group" -> {
                List<FormPart> parts = parts(component, values, before, known);
                yield parts.isEmpty()
                        ? null
                        : new FormPart.Section(component.path("id").asText(), label, parts, when);
            }
            case "dynamiclist" -> rows(component, values, before, label, when);
            case "table" -> facts(component, known, label);
            case "text" -> markup(component, known);
            case "textfield", "textarea", "number", "datetime", "select", "radio", "taglist", "checkbox" ->
                component.path("readonly").asBoolean()
                        ? fact(component, name, label, value)
                        : field(component, name, label, value, known, when);
            default -> null;
        };
    }

    private static String label(JsonNode component) {
        return component.path("dateLabel").asText(component.path("label").asText(""));
    }

    private FormPart fact(JsonNode component, String name, String label, JsonNode value) {
        String shown =
                switch (component.path("type").asText()) {
                    case "datetime" -> Typed.shownDay(value);
                    case "number" -> Typed.shownNumber(value, locale);
                    case "checkbox" -> value.asBoolean() ? "✓" : "";
                    default -> Typed.shown(value);
                };
        return shown.isBlank() ? null : new FormPart.Fact(name, label, shown);
    }

    private FormPart field(
            JsonNode component, String name, String label, JsonNode value, Map<String, Object> known, Condition when) {
        String hint = component.path("description").asText("");
        boolean required = component.path("validate").path("required").asBoolean();
        Integer length = component.path("validate").has("maxLength")
                ? Integer.valueOf(component.path("validate").path("maxLength").asInt())
                : null;
        String suffix = component.path("appearance").path("suffixAdorner").asText(null);
        return switch (component.path("type").asText()) {
            case "textarea" ->
                new FormPart.Input(name, label, hint, "lines", Typed.shown(value), required, length, suffix, when);
            case "number" ->
                new FormPart.Input(
                        name,
                        label,
                        hint,
                        component.path("decimalDigits").asInt(1) == 0 ? "whole" : "number",
                        Typed.shownNumber(value, locale),
                        required,
                        40,
                        suffix,
                        when);
            case "datetime" ->
                new FormPart.Input(name, label, hint, "date", Typed.shownDay(value), required, 40, suffix, when);
            case "select" -> choice(component, name, label, hint, "list", value, required, known, when);
            case "radio" -> choice(component, name, label, hint, "one", value, required, known, when);
            case "taglist" -> choice(component, name, label, hint, "several", value, required, known, when);
            case "checkbox" -> {
                boolean missing = value.isMissingNode() || value.isNull();
                boolean checked = missing ? component.path("defaultValue").asBoolean() : value.asBoolean();
                yield new FormPart.Check(name, label, hint, checked, when);
            }
            default -> {
                String typed = Typed.shown(value);
                String shown = typed.isEmpty() ? component.path("defaultValue").asText("") : typed;
                yield new FormPart.Input(name, label, hint, "line", shown, required, length, suffix, when);
            }
        };
    }

    private FormPart choice(
            JsonNode component,
            String name,
            String label,
            String hint,
            String kind,
            JsonNode value,
            boolean required,
            Map<String, Object> known,
            Condition when) {
        List<Option> options = new ArrayList<>(options(component, known));
        Set<String> chosen = new HashSet<>();
        if (value.isArray()) {
            value.forEach(one -> chosen.add(one.asText()));
        } else if (!Typed.shown(value).isEmpty()) {
            chosen.add(Typed.shown(value));
        } else if (component.has("defaultValue")) {
            chosen.add(component.path("defaultValue").asText());
        }
        // What is chosen stays chosen, though it is offered no more.
        chosen.stream()
                .filter(one ->
                        options.stream().noneMatch(option -> option.value().equals(one)))
                .sorted()
                .forEach(one -> options.add(new Option(one, one)));
        return new FormPart.Choice(name, label, hint, kind, options, chosen, required, when);
    }

    /** What the form's file names, or what follows from its data, such as a choice among the rows of another list. */
    private List<Option> options(JsonNode component, Map<String, Object> known) {
        String expression = component.path("valuesExpression").asText("");
        return expression.isEmpty()
                ? options(component.path("values"))
                : computed.computeIfAbsent(expression, any -> {
                    Object found = expressions.value(expression.substring(1), known);
                    return found instanceof Iterable<?> ? options(JSON.valueToTree(found)) : List.of();
                });
    }

    private static List<Option> options(JsonNode values) {
        List<Option> options = new ArrayList<>();
        for (JsonNode one : values) {
            String value = Typed.shown(one.path("value"));
            String label = Typed.shown(one.path("label"));
            if (!value.isBlank()) {
                options.add(new Option(value, label.isBlank() ? value : label));
            }
        }
        return options;
    }

    private FormPart rows(JsonNode component, JsonNode values, String before, String label, Condition when) {
        String list = before + component.path("path").asText();
        JsonNode stored = FieldPath.of(component.path("path").asText()).in(values);
        List<FormPart.Row> rows = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Map<String, Object> inner = new HashMap<>(names);
            inner.put("this", map(stored.get(i)));
            List<FormPart> parts = parts(component, stored.get(i), list + "[" + i + "].", inner);
            boolean done = isDone(parts, list, stored.get(i), i);
            boolean begun = parts.stream()
                    .anyMatch(part -> part instanceof FormPart.Choice choice
                            && !choice.chosen().isEmpty());
            String title = title(component, stored.get(i));
            parts.removeIf(
                    part -> part instanceof FormPart.Fact fact && fact.value().equals(title));
            boolean mandatory = parts.removeIf(part -> part instanceof FormPart.Fact fact
                    && fact.name().endsWith("." + MANDATORY)
                    && stored.get(rows.size()).path(MANDATORY).asBoolean());
            rows.add(new FormPart.Row(i, shown(title, parts), about(component, parts), done, begun, mandatory, parts));
        }
        boolean growing = component.path("allowAddRemove").asBoolean();
        return rows.isEmpty() && !growing ? null : new FormPart.Rows(list, label, growing, rows, when);
    }

    /** Takes the first thing that the row has to say out of its parts; a day says nothing without its name. */
    private static String about(JsonNode component, List<FormPart> parts) {
        if (parts.isEmpty() || !(parts.get(0) instanceof FormPart.Fact fact) || isDay(component, fact)) {
            return null;
        }
        parts.remove(0);
        return fact.value();
    }

    private static boolean isDay(JsonNode component, FormPart.Fact fact) {
        for (JsonNode field : component.path("components")) {
            if (fact.name().endsWith("." + field.path("key").asText("?"))) {
                return field.path("type").asText().equals("datetime");
            }
        }
        return false;
    }

    /** What the row's first field says, as it is read: of a choice, what was chosen. */
    private static String shown(String title, List<FormPart> parts) {
        return title != null
                        && !parts.isEmpty()
                        && parts.get(0) instanceof FormPart.Choice choice
                        && choice.chosen().contains(title)
                ? choice.shown()
                : title;
    }

    /** What the row's first field holds. */
    private static String title(JsonNode component, JsonNode row) {
        for (JsonNode field : component.path("components")) {
            if (field.has("key")) {
                String title = Typed.shown(row.path(field.path("key").asText()));
                return title.isBlank() ? null : title;
            }
        }
        return null;
    }

    private static boolean isDone(List<FormPart> parts, String list, JsonNode row, int index) {
        String before = list + "[" + index + "].";
        return parts.stream().allMatch(part -> {
            boolean asked = part.when() == null
                    || Typed.shown(row.path(part.when().field().substring(before.length())))
                            .equals(part.when().value());
            if (part instanceof FormPart.Input input) {
                return !asked || !input.required() || !input.value().isBlank();
            }
            return !(part instanceof FormPart.Choice choice)
                    || !asked
                    || !choice.required()
                    || !choice.chosen().isEmpty();
        });
    }

    private FormPart facts(JsonNode component, Map<String, Object> known, String label) {
        Object source =
                expressions.value(component.path("dataSource").asText("=null").substring(1), known);
        if (!(source instanceof Iterable<?> found)) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        component
                .path("columns")
                .forEach(column -> columns.add(column.path("label").asText()));
        List<List<String>> rows = new ArrayList<>();
        for (Object row : found) {
            JsonNode values = JSON.valueToTree(row);
            List<String> cells = new ArrayList<>();
            component
                    .path("columns")
                    .forEach(column ->
                            cells.add(Typed.shown(values.path(column.path("key").asText()))));
            rows.add(cells);
        }
        return rows.isEmpty() ? null : new FormPart.Facts(label, columns, rows);
    }

    private FormPart markup(JsonNode component, Map<String, Object> known) {
        String html = FormText.parse(component.path("text").asText()).html(expressions, known);
        if (html.isBlank()) {
            return null;
        }
        return new FormPart.Markup(html.startsWith("<") ? html : "<p>" + html + "</p>");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, Map.class) : new HashMap<>();
    }
}
