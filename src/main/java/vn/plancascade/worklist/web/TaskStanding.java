package vn.plancascade.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import vn.plancascade.kernel.Violation;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.FigureSheet;

/**
 * How a draft stands by the rules while it is being written, in words.
 *
 * @param faults what would be refused or wants an explanation, but for what is still blank
 * @param blank what is still to be filled in; empty where nothing is
 * @param computed what follows from the figures, by the code of the figure
 */
record TaskStanding(List<Fault> faults, String blank, Map<String, String> computed) {

    /**
     * @param label what the field is called
     * @param toExplain whether a comment is enough
     */
    record Fault(String field, String label, String text, boolean toExplain) {}

    /** @param labels of the form's fields */
    static TaskStanding of(FigureSheet sheet, Map<String, String> labels, Texts texts) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        Map<String, String> computed = new LinkedHashMap<>();
        sheet.lines().stream().filter(line -> line.computed() != null).forEach(line -> {
            all.put(line.field(), line.code() + ". " + line.label());
            computed.put(line.code(), line.computed());
        });
        List<Fault> faults = new ArrayList<>();
        BiFunction<Violation, Boolean, Fault> fault = (found, toExplain) ->
                new Fault(found.field(), all.getOrDefault(found.field(), ""), texts.of(found), toExplain);
        sheet.wrong().forEach(found -> faults.add(fault.apply(found, false)));
        sheet.toExplain().forEach(found -> faults.add(fault.apply(found, true)));
        String blank = sheet.blank() == 0 ? "" : texts.of("page.task.figures.blank", sheet.blank());
        return new TaskStanding(faults, blank, computed);
    }

    /** What is said of a field, or null. */
    public String of(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse(null);
    }
}
