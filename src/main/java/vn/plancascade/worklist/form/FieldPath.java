package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.worklist.FormData;

/**
 * The name of a field that lies in lists and groups, such as {@code items[2].activity}: what violations call it, and what
 * pages call it too.
 */
final class FieldPath {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,4})]");
    private static final Pattern WHOLE = Pattern.compile("[^.\\[\\]]+(\\[\\d{1,4}]|\\.[^.\\[\\]]+)*");
    private static final int LONGEST = 200;

    private final List<Object> steps;

    private FieldPath(List<Object> steps) {
        this.steps = steps;
    }

    /** @throws InvalidInput if no field can have such a name */
    static FieldPath of(String name) {
        if (name.length() > LONGEST || !WHOLE.matcher(name).matches()) {
            throw FormData.unknownField(name);
        }
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(name);
        while (step.find()) {
            steps.add(step.group(1) != null ? step.group(1) : (Object) Integer.valueOf(step.group(2)));
        }
        return new FieldPath(steps);
    }

    /** The name with the numbers of rows left out, which all rows of a list share. */
    static String ofAnyRow(String name) {
        return name.replaceAll("\\[\\d+]", "[]");
    }

    JsonNode in(JsonNode data) {
        JsonNode found = data;
        for (Object step : steps) {
            found = step instanceof Integer index ? found.path(index) : found.path((String) step);
        }
        return found;
    }

    /** Puts a value there; groups and rows that are not there yet are made, a row only right after the last one. */
    void put(ObjectNode data, JsonNode value) {
        JsonNode holder = data;
        for (int i = 0; i < steps.size() - 1; i++) {
            holder = step(holder, steps.get(i), steps.get(i + 1) instanceof Integer);
        }
        Object last = steps.get(steps.size() - 1);
        if (holder instanceof ObjectNode object && last instanceof String name) {
            object.set(name, value);
        } else if (holder instanceof ArrayNode list && last instanceof Integer index && index <= list.size()) {
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else {
            throw FormData.unknownField(toString());
        }
    }

    private JsonNode step(JsonNode holder, Object step, boolean toList) {
        if (holder instanceof ObjectNode object && step instanceof String name) {
            JsonNode found = object.path(name);
            if (found instanceof MissingNode || found.isNull()) {
                return toList ? object.putArray(name) : object.putObject(name);
            }
            return found;
        }
        if (holder instanceof ArrayNode list && step instanceof Integer index && index <= list.size()) {
            return index == list.size() ? list.addObject() : list.get(index);
        }
        throw FormData.unknownField(toString());
    }

    /** Takes the row away that this names. */
    void remove(ObjectNode data) {
        JsonNode list = new FieldPath(steps.subList(0, steps.size() - 1)).in(data);
        if (list instanceof ArrayNode rows && steps.get(steps.size() - 1) instanceof Integer index) {
            rows.remove(index);
        }
    }

    @Override
    public String toString() {
        StringBuilder name = new StringBuilder();
        steps.forEach(step -> {
            if (step instanceof Integer index) {
                name.append('[').append(index).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        });
        return name.toString();
    }
}
