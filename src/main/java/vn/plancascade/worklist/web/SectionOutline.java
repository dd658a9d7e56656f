package vn.plancascade.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import vn.plancascade.worklist.SectionedForm.Standing;
import vn.plancascade.worklist.form.FormPart;

/**
 * The rows of a section that is a list, a line each, standing in as their numbers say.
 *
 * @param address where a row is opened, by its number from 0
 */
record SectionOutline(Standing standing, SectionChanges changes, IntFunction<String> address) {

    private static final String LETTER = "[a-zđ]";

    /** Steps to the right at most. */
    private static final int DEEPEST = 4;

    /** The list's rows in their order. */
    List<TaskSections.OutlineRow> of(FormPart.Rows list) {
        List<TaskSections.OutlineRow> rows = new ArrayList<>();
        int before = 0;
        for (FormPart.Row row : list.rows()) {
            String title =
                    row.title() == null ? "" : row.title().split(" ", 2)[0].replaceAll("[.)]$", "");
            // 1.1 stands below 1, and a) below whichever of them it comes after.
            int depth = title.matches(LETTER)
                    ? before + 1
                    : (int) title.chars().filter(c -> c == '.').count();
            before = title.matches(LETTER) ? before : depth;
            String field = list.name() + "[" + row.index() + "]";
            boolean good = standing.wrong().stream()
                    .noneMatch(one -> one.field() != null
                            && (one.field().equals(field) || one.field().startsWith(field + ".")));
            rows.add(new TaskSections.OutlineRow(
                    row.index(),
                    row.title(),
                    about(row),
                    depth,
                    good,
                    changes.rows().get(field),
                    address.apply(row.index())));
        }
        int least = rows.stream().mapToInt(TaskSections.OutlineRow::depth).min().orElse(0);
        return rows.stream()
                .map(row -> new TaskSections.OutlineRow(
                        row.index(),
                        row.title(),
                        row.about(),
                        Math.min(row.depth() - least, DEEPEST),
                        row.good(),
                        row.change(),
                        row.href()))
                .toList();
    }

    static String about(FormPart.Row row) {
        FormPart second = row.parts().size() < 2 ? null : row.parts().get(1);
        return second instanceof FormPart.Input input
                ? input.value()
                : second instanceof FormPart.Choice choice ? choice.shown() : "";
    }
}
