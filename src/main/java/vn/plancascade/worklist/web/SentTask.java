package vn.plancascade.worklist.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.Violation;

/**
 * What a task's page sent: the fields of its form, and what the page itself is about.
 *
 * @param fields all values of each field of the form
 * @param version of the draft that the page showed, or null
 * @param place where in a form of sections it was sent from
 * @param step what the pressed button asks for: {@code complete} where none says it, {@code save}, {@code add:<list or row>},
 *     {@code remove:<row>}, {@code up:<row>}, {@code down:<row>}, {@code copy:<source>}, {@code make:<offer>} or, in a form of
 *     sections, {@code go:<section or row>}
 * @param taken fields whose saved value is to replace what was typed
 * @param marks numbers of the rows that were marked
 * @param remarks what is said of single tasks of the document, by their numbers
 * @param broken the fields in which there was what no text holds; it is left out of them
 */
record SentTask(
        Map<String, List<String>> fields,
        String version,
        SectionPlace place,
        String step,
        List<String> taken,
        Set<Integer> marks,
        Map<String, String> remarks,
        Set<String> broken) {

    private static final String COMPLETE = "complete";
    private static final String REMARK = "remark.";
    private static final Set<String> STEPS = Set.of("add", "remove", "up", "down", "copy", "make", "go");
    private static final int MOST = 5_000;

    static SentTask of(Map<String, String[]> parameters) {
        if (parameters.size() > MOST) {
            throw new InvalidInput((String) null, "form.tooComplex", MOST, 1);
        }
        Map<String, List<String>> fields = new HashMap<>();
        Map<String, String> remarks = new HashMap<>();
        Set<String> broken = new TreeSet<>();
        parameters.forEach((name, sent) -> {
            List<String> values = Arrays.stream(sent).map(SentTask::whole).toList();
            if (Arrays.stream(sent).anyMatch(PlainText::isBroken)) {
                broken.add(name.startsWith(REMARK) ? "comment" : name);
            }
            if (name.startsWith(REMARK)) {
                remarks.put(name.substring(REMARK.length()), values.get(0));
            } else {
                fields.put(name, values);
            }
        });
        fields.remove("_csrf");
        fields.remove("lang");
        String version = first(fields.remove("version"));
        SectionPlace place = SectionPlace.of(first(fields.remove("section")), first(fields.remove("row")));
        String step = first(fields.remove("step"));
        List<String> taken = fields.remove("take");
        Set<Integer> marks = marks(fields.remove("mark"));
        return new SentTask(fields, version, place, step, taken == null ? List.of() : taken, marks, remarks, broken);
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

    /** @throws InvalidInput naming the fields that hold what no text holds */
    void refuseBroken() {
        InvalidInput.throwIfAny(broken.stream()
                .map(name -> new Violation(name, "controlCharacter"))
                .toList());
    }

    private static String whole(String sent) {
        return PlainText.isBroken(sent)
                ? sent.codePoints()
                        .mapToObj(Character::toString)
                        .filter(sign -> !PlainText.isBroken(sign))
                        .collect(Collectors.joining())
                : sent;
    }

    boolean completes() {
        return step == null || step.equals(COMPLETE);
    }

    boolean copies() {
        return step != null && step.startsWith("copy:");
    }

    boolean isKnown() {
        return completes() || step.equals("save") || STEPS.contains(verb());
    }

    /** What the button does with {@link #object}. */
    String verb() {
        return step == null || step.indexOf(':') < 0 ? "" : step.substring(0, step.indexOf(':'));
    }

    /** The list, row, source, offer or section that the button is about. */
    String object() {
        return step.substring(step.indexOf(':') + 1);
    }
}
