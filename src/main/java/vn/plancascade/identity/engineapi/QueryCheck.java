package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Measures one query against its bounds, and for people against the list of what may be asked; used once. */
final class QueryCheck {

    private static final String ALTERNATIVES = "orQueries";
    private static final String SORTING = "sorting";
    private static final Set<String> CONDITION = Set.of("name", "operator", "value");
    private static final Set<String> SORTED_BY = Set.of("sortBy", "sortOrder", "parameters", "variable", "type");

    /** A backslash that escapes nothing: both databases refuse such a pattern as a fault of ours. */
    private static final Pattern LOOSE_ESCAPE =
            Pattern.compile("(?:[^\\\\]|\\\\[\\\\%_])*+\\\\(?:[^\\\\%_].*)?", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LIKE = Pattern.compile("_(?:like|notLike)_");

    private final QueryBounds bounds;
    private int criteria;
    private int variables;

    QueryCheck(QueryBounds bounds) {
        this.bounds = bounds;
    }

    /** A query in a body, all of whose names have to be allowed. */
    void tasks(ObjectNode query) {
        tasks(query, false);
    }

    private void tasks(ObjectNode query, boolean nested) {
        for (Map.Entry<String, JsonNode> property : query.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (!QueryProperties.TASKS.contains(name)
                    && !QueryProperties.PAGE.contains(name)
                    && !name.endsWith(QueryProperties.EXPRESSION)) {
                throw new RefusedQuery("identity.query.unknown", shown(name));
            }
            if (name.equals(ALTERNATIVES)) {
                if (nested) {
                    throw new RefusedQuery("identity.query.unknown", ALTERNATIVES);
                }
                alternatives(value);
            } else if (name.equals(SORTING)) {
                atMost(SORTING, value.size(), bounds.sorted());
                objects(SORTING, value, SORTED_BY);
            } else if (QueryProperties.VARIABLES.contains(name)) {
                objects(name, value, CONDITION);
                conditions(name, value);
            } else {
                plain(name, value);
            }
        }
    }

    private void alternatives(JsonNode value) {
        atMost(ALTERNATIVES, value.size(), bounds.alternatives());
        for (JsonNode alternative : array(ALTERNATIVES, value)) {
            if (!(alternative instanceof ObjectNode query)) {
                throw new RefusedQuery("identity.query.value", ALTERNATIVES);
            }
            tasks(query, true);
        }
    }

    private void conditions(String name, JsonNode value) {
        variables += value.size();
        atMost(name, variables, bounds.variables());
        for (JsonNode condition : value) {
            text(name, condition.path("name"), false);
            text(
                    name,
                    condition.path("value"),
                    condition.path("operator").asText().toLowerCase().contains("like"));
        }
    }

    private static void objects(String name, JsonNode value, Set<String> known) {
        for (JsonNode item : array(name, value)) {
            for (String field : (Iterable<String>) item::fieldNames) {
                if (!known.contains(field)) {
                    throw new RefusedQuery("identity.query.unknown", name + "." + shown(field));
                }
            }
        }
    }

    private static JsonNode array(String name, JsonNode value) {
        if (!value.isArray() && !value.isNull()) {
            throw new RefusedQuery("identity.query.value", name);
        }
        return value;
    }

    private void plain(String name, JsonNode value) {
        if (value.isObject()) {
            throw new RefusedQuery("identity.query.value", shown(name));
        }
        atMost(name, ++criteria, bounds.criteria(), "identity.query.criteria");
        value(name, value);
    }

    private void value(String name, JsonNode value) {
        if (value.isArray()) {
            atMost(name, value.size(), bounds.listed());
            value.forEach(item -> text(name, item, false));
        } else {
            text(name, value, isPattern(name));
        }
    }

    /** A query of an administrator's, whose names may be any of the engine's: only how much it asks. */
    void anything(JsonNode body) {
        if (body.isObject()) {
            for (Map.Entry<String, JsonNode> property : body.properties()) {
                String name = property.getKey();
                JsonNode value = property.getValue();
                if (name.equals(ALTERNATIVES)) {
                    atMost(name, value.size(), bounds.alternatives());
                } else if (name.equals(SORTING)) {
                    atMost(name, value.size(), bounds.sorted());
                } else if (QueryProperties.VARIABLES.contains(name) || name.equals("variables")) {
                    conditions(name, value);
                } else if (value.isValueNode()) {
                    atMost(name, ++criteria, bounds.criteria(), "identity.query.criteria");
                }
                if (value.isContainerNode()) {
                    atMost(name, value.size(), bounds.listed());
                    value.forEach(this::anything);
                } else {
                    value(name, value);
                }
            }
        } else if (body.isArray()) {
            body.forEach(this::anything);
        }
    }

    /** One parameter of an address: a list is written with commas there, and so are conditions on variables. */
    void parameter(String name, String value) {
        String[] items = value.split(",", -1);
        if (QueryProperties.PAGE.contains(name) && !NUMBER.matcher(value).matches()) {
            throw new RefusedQuery("identity.query.value", name);
        } else if (QueryProperties.VARIABLES.contains(name) || name.equals("variables")) {
            variables += items.length;
            atMost(name, variables, bounds.variables());
            for (String condition : items) {
                text(name, condition, LIKE.matcher(condition).find());
            }
        } else {
            atMost(name, ++criteria, bounds.criteria(), "identity.query.criteria");
            atMost(name, items.length, bounds.listed());
            for (String item : items) {
                text(name, item, isPattern(name));
            }
        }
    }

    private void text(String name, JsonNode value, boolean pattern) {
        if (value.isTextual()) {
            text(name, value.textValue(), pattern);
        }
    }

    private void text(String name, String value, boolean pattern) {
        boolean strange = value.length() > bounds.text()
                || value.indexOf('\0') >= 0
                || (pattern && LOOSE_ESCAPE.matcher(value).matches());
        if (strange) {
            throw new RefusedQuery("identity.query.value", shown(name));
        }
    }

    private static boolean isPattern(String name) {
        return name.endsWith("Like");
    }

    private static void atMost(String name, int found, int most) {
        atMost(name, found, most, "identity.query.tooMany");
    }

    private static void atMost(String name, int found, int most, String key) {
        if (found > most) {
            throw new RefusedQuery(key, shown(name), most);
        }
    }

    /** A name as it was sent, cut where it would fill the answer. */
    static String shown(String name) {
        String line = vn.plancascade.kernel.Names.line(name);
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
