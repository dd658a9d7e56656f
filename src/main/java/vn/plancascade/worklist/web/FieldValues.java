package vn.plancascade.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.worklist.form.FormPart;

/** What the fields of a form say, as it is read, by their names and in their order. */
final class FieldValues {

    private FieldValues() {}

    static Map<String, String> of(List<FormPart> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FormPart part : parts) {
            if (part instanceof FormPart.Input input) {
                values.put(input.name(), input.value());
            } else if (part instanceof FormPart.Choice choice) {
                values.put(choice.name(), choice.shown());
            } else if (part instanceof FormPart.Check check) {
                values.put(check.name(), check.checked() ? "✓" : "–");
            } else if (part instanceof FormPart.Section section) {
                values.putAll(of(section.parts()));
            } else if (part instanceof FormPart.Rows rows) {
                rows.rows().forEach(row -> values.putAll(of(row.parts())));
            }
        }
        return values;
    }
}
