package vn.plancascade.worklist.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.kernel.InvalidInput;

/**
 * What a task's page sent: the fields of its form, and what the page itself is about.
 *
 * @param fields all values of each field of the form
 * @param version of the draft that the page showed, or null
 * @param step what the pressed button asks for: {@code complete} where none says it, {@code save}, {@code add:<list>} or
 *     {@code remove:<row>}
 * @param taken fields whose saved value is to replace what was typed
 * @param remarks what is said of single tasks of the document, by their numbers
 */
record SentTask(
        Map<String, List<String>> fields,
        String version,
        String step,
        List<String> taken,
        Map<String, String> remarks) {

    private static final String COMPLETE = "complete";
    private static final String REMARK = "remark.";
    private static final int MOST = 5_000;

    static SentTask of(Map<String, String[]> parameters) {
        if (parameters.size() > MOST) {
            throw new InvalidInput((String) null, "form.tooComplex", MOST, 1);
        }
        Map<String, List<String>> fields = new HashMap<>();
        Map<String, String> remarks = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(REMARK)) {
                remarks.put(name.substring(REMARK.length()), values[0]);
            } else {
                fields.put(name, Arrays.asList(values));
            }
        });
        fields.remove("_csrf");
        fields.remove("lang");
        String version = first(fields.remove("version"));
        String step = first(fields.remove("step"));
        List<String> taken = fields.remove("take");
        return new SentTask(fields, version, step, taken == null ? List.of() : taken, remarks);
    }

    private static String first(List<String> values) {
        return values == null || values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    boolean completes() {
        return step == null || step.equals(COMPLETE);
    }

    boolean adds() {
        return step != null && step.startsWith("add:");
    }

    boolean removes() {
        return step != null && step.startsWith("remove:");
    }

    boolean isKnown() {
        return completes() || adds() || removes() || step.equals("save");
    }

    /** The list or row that the button is about. */
    String place() {
        return step.substring(step.indexOf(':') + 1);
    }
}
