package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.plancascade.document.FilledWorkbook;
import vn.plancascade.document.FilledWorkbook.FilledRow;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.plan.domain.PlanSheet.Column;

/** Reads a sheet of a plan's draft that was filled in. Blank cells say nothing. */
final class FilledPlan {

    private FilledPlan() {}

    /**
     * The rows of a sheet as a list of the draft.
     *
     * @param before the list as it is; what a sheet has no column for is taken from its row of the same number or code
     * @param wrong is told of the cells that cannot be read
     */
    static ArrayNode rows(PlanSheet sheet, JsonNode before, List<FilledRow> rows, List<Violation> wrong) {
        String key = sheet.columns().get(0).field();
        Map<String, JsonNode> known = new HashMap<>();
        before.forEach(one -> known.put(Names.code(one.path(key).asText("")), one));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FilledRow row : rows) {
            ObjectNode one = known.get(Names.code(row.code())) instanceof ObjectNode was
                    ? was.deepCopy()
                    : JsonNodeFactory.instance.objectNode();
            String at = sheet.list() + "[" + list.size() + "].";
            sheet.columns().forEach(column -> {
                Cell cell = row.cell(sheet.columns().indexOf(column));
                if (cell != null) {
                    read(column, cell, row.number(), one, at + column.field(), wrong);
                }
            });
            list.add(one);
        }
        return list;
    }

    private static void read(Column column, Cell cell, int row, ObjectNode one, String field, List<Violation> wrong) {
        String text = Objects.requireNonNull(FilledWorkbook.text(cell));
        switch (cell.kind()) {
            case formula -> wrong.add(new Violation(field, "outline.formula", row));
            case error -> wrong.add(new Violation(field, "outline.error", row, text));
            default -> {
                // The sign before what begins like a formula is the workbook's.
                String said = text.matches("(?s)'[=+@-].*") ? text.substring(1) : text;
                if (!column.into(one, cell, said)) {
                    wrong.add(new Violation(field, "plan.sheetWord", row, said));
                }
            }
        }
    }
}
