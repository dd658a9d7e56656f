package vn.plancascade.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.web.FormProblem;
import vn.plancascade.worklist.form.FormPart;

/** What the fields of a form are called, by their names and in their order; a row's fields are called by the row too. */
final class FieldLabels {

    private FieldLabels() {}

    static Map<String, String> of(List<FormPart> parts) {
        Map<String, String> labels = new LinkedHashMap<>();
        add(parts, "", labels);
        return labels;
    }

    /** The findings in the order of the form's fields; what is no field of it comes first. */
    static FormProblem inOrder(FormProblem problem, Map<String, String> labels) {
        Map<String, String> fields = new LinkedHashMap<>(problem.fields());
        labels.keySet().stream().filter(fields::containsKey).forEach(name -> fields.put(name, fields.remove(name)));
        return new FormProblem(problem.status(), problem.sentence(), fields);
    }

    private static void add(List<FormPart> parts, String before, Map<String, String> labels) {
        for (FormPart part : parts) {
            if (part instanceof FormPart.Input input) {
                labels.put(input.name(), before + input.label());
            } else if (part instanceof FormPart.Choice choice) {
                labels.put(choice.name(), before + choice.label());
            } else if (part instanceof FormPart.Check check) {
                labels.put(check.name(), before + check.label());
            } else if (part instanceof FormPart.Section section) {
                add(section.parts(), before, labels);
            } else if (part instanceof FormPart.Rows rows) {
                labels.put(rows.name(), rows.label());
                rows.rows()
                        .forEach(row -> add(
                                row.parts(),
                                (row.title() == null ? Integer.toString(row.index() + 1) : row.title()) + " – ",
                                labels));
            }
        }
    }
}
