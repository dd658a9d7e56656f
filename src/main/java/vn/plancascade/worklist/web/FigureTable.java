package vn.plancascade.worklist.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.worklist.FigureSheet;
import vn.plancascade.worklist.form.FormPart;

/**
 * The parts of a form with its figures as one table: what stands before the table, the table with what is as wide, and
 * what is written beside it.
 */
record FigureTable(List<FormPart> above, List<FormPart> wide, List<FormPart> beside) {

    static FigureTable of(List<FormPart> parts, FigureSheet sheet) {
        Map<String, FigureSheet.Line> lines = new HashMap<>();
        sheet.lines().forEach(line -> lines.put(line.field(), line));
        int at = 0;
        while (at < parts.size() && !holds(parts.get(at), lines)) {
            at++;
        }
        if (at == parts.size()) {
            return new FigureTable(parts, List.of(), List.of());
        }
        FormPart.Section section = (FormPart.Section) parts.get(at);
        List<FormPart> after = parts.subList(at + 1, parts.size());
        List<FormPart> wide = new java.util.ArrayList<>();
        wide.add(new FormPart.Figures(section.id(), section.label(), lines(section, sheet)));
        after.stream().filter(FigureTable::isWide).forEach(wide::add);
        return new FigureTable(
                parts.subList(0, at),
                wide,
                after.stream().filter(part -> !isWide(part)).toList());
    }

    private static boolean holds(FormPart part, Map<String, FigureSheet.Line> lines) {
        return part instanceof FormPart.Section section
                && section.parts().stream().anyMatch(field -> lines.containsKey(name(field)));
    }

    private static List<FormPart.FigureLine> lines(FormPart.Section section, FigureSheet sheet) {
        Map<String, FormPart> fields = new HashMap<>();
        section.parts().forEach(field -> fields.put(name(field), field));
        return sheet.lines().stream()
                .filter(line -> line.computed() != null || fields.containsKey(line.field()))
                .map(line -> {
                    FormPart field = fields.get(line.field());
                    return new FormPart.FigureLine(
                            line.code(),
                            line.label(),
                            line.unit(),
                            field,
                            line.computed() == null ? value(field) : line.computed(),
                            line.before(),
                            line.yearBefore());
                })
                .toList();
    }

    /** Tables, and rows that are looked at one below the other. */
    private static boolean isWide(FormPart part) {
        return part instanceof FormPart.Rows
                || part instanceof FormPart.Section section
                        && section.parts().stream().anyMatch(FormPart.Facts.class::isInstance);
    }

    private static String name(FormPart part) {
        if (part instanceof FormPart.Input input) {
            return input.name();
        }
        return part instanceof FormPart.Choice choice ? choice.name() : "";
    }

    private static String value(FormPart part) {
        if (part instanceof FormPart.Input input) {
            return input.value();
        }
        return part instanceof FormPart.Choice choice ? choice.shown() : "";
    }
}
