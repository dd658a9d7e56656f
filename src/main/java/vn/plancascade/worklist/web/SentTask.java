package vn.plancascade.worklist.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.plancascade.kernel.InvalidInput;

/**
 * What a task's page sent: the fields of its form, and what the page itself is about.
 *
 * @param fields all values of each field of the form
 * @param version of the draft that the page showed, or null
 * @param step what the pressed button asks for: {@code complete} where none says it, {@code save}, {@code add:<list>},
 *     {@code remove:<row>} or {@code copy:<source>}
 * @param taken fields whose saved value is to replace what was typed
 * @param marks numbers of the rows that were marked
 * @param remarks what is said of single tasks of the document, by their numbers
 */
record SentTask(
        Map<String, List<String>> fields,
        String version,
        String step,
        List<String> taken,
        Set<Integer> marks,
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
        Set<Integer> marks = marks(fields.remove("mark"));
        return new SentTask(fields, version, step, taken == null ? List.of() : taken, marks, remarks);
    }

    private static Set<Integer> marks(List<String> sent) {
        Set<Integer> marks = new TreeSet<>();
        for (String mark : sent == null ? List.<String>of() : sent) {
            if (!mark.matches("\\d{1,4}")) {
                throw new InvalidInput("mark", "number");
            }
            marks.add(Integer.valueOf(mark));
        }
        return marks;
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

    boolean copies() {
        return step != null && step.startsWith("copy:");
    }

    boolean isKnown() {
        return completes() || copies() || adds() || removes() || step.equals("save");
    }

    /** The list, row or source that the button is about. */
    String place() {
        return step.substring(step.indexOf(':') + 1);
    }
}
