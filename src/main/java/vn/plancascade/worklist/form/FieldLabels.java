package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.plancascade.worklist.FormData;

/** What the fields of a form are called on screen, by the names that violations use. */
public final class FieldLabels {

    /** Of no form at all. */
    public static final FieldLabels NONE = new FieldLabels(FormData.object(), FormData.object());

    private static final Pattern ROW = Pattern.compile("^(.*\\[(\\d+)])\\.");

    private final Map<String, String> labels = new HashMap<>();

    /** The first field of each list, whose value tells its rows apart. */
    private final Map<String, String> titles = new HashMap<>();

    private final ObjectNode data;

    public FieldLabels(ObjectNode schema, ObjectNode data) {
        this.data = data;
        collect(schema, "");
    }

    private void collect(JsonNode holder, String before) {
        for (JsonNode component : holder.path("components")) {
            String label =
                    component.path("dateLabel").asText(component.path("label").asText(""));
            String inner = before;
            if (component.path("type").asText().equals("dynamiclist")) {
                String list = before + component.path("path").asText();
                labels.put(list, label);
                inner = list + "[].";
            } else if (component.has("key")) {
                String name = before + component.path("key").asText();
                labels.put(name, label);
                titles.putIfAbsent(before, component.path("key").asText());
            }
            collect(component, inner);
        }
    }

    /** Such as "II.1.1 – Hoạt động"; empty for what is no field of the form. */
    public Optional<String> of(String path) {
        String label = labels.get(FieldPath.ofAnyRow(path));
        if (label == null || label.isBlank()) {
            return Optional.empty();
        }
        Matcher row = ROW.matcher(path);
        return Optional.of(row.find() ? title(row) + " – " + label : label);
    }

    private String title(Matcher row) {
        String list = FieldPath.ofAnyRow(row.group(1)) + ".";
        String title = Typed.shown(FieldPath.of(row.group(1) + "." + titles.getOrDefault(list, "-"))
                .in(data));
        return title.isBlank() ? String.valueOf(Integer.parseInt(row.group(2)) + 1) : title;
    }
}
