package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.document.Documents;
import vn.plancascade.document.FilledWorkbook;
import vn.plancascade.document.FilledWorkbook.FilledRow;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnameseNumber;
import vn.plancascade.kernel.Violation;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.plan.SubPlanContent.Response;

/** Reads a workbook of answers that was filled in, over the draft that it was made from. Blank cells say nothing. */
public final class FilledSubPlan {

    private static final String FIELD = "file";

    private final List<Violation> wrong = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final ObjectNode data;

    private FilledSubPlan(ObjectNode data) {
        this.data = data;
        for (int i = 0; i < data.path("items").size(); i++) {
            rows.put(Names.code(data.at("/items/" + i + "/taskNo").asText("")), i);
        }
    }

    /**
     * @param data the draft; it stays as it is
     * @return the draft with the answers
     * @throws InvalidInput on {@code file} for a file that is no workbook of this plan or has a row that nobody asked for,
     *     on {@code items[…]} for a cell that cannot be read
     */
    public static ObjectNode over(ObjectNode data, long obligationId, Documents.Upload file) {
        Map<String, List<FilledRow>> sheets = FilledWorkbook.read(file);
        List<FilledRow> sheet = sheets.get(SubPlanWorkbook.SHEET);
        if (sheet == null) {
            throw new InvalidInput(FIELD, "subPlan.noSheet");
        }
        boolean ofThis = sheet.stream()
                .filter(row -> row.code().equals(SubPlanWorkbook.MARK) && row.cell(1) != null)
                .anyMatch(row -> FilledWorkbook.text(row.cell(1)).equals(Long.toString(obligationId)));
        if (!ofThis) {
            throw new InvalidInput(FIELD, "subPlan.otherSheet");
        }
        FilledSubPlan filled = new FilledSubPlan(data.deepCopy());
        sheet.stream()
                .dropWhile(row -> !row.code().equals(SubPlanWorkbook.HEADER))
                .skip(1)
                .forEach(filled::row);
        InvalidInput.throwIfAny(filled.wrong);
        return filled.data;
    }

    private void row(FilledRow row) {
        Integer at = rows.get(Names.code(row.code()));
        if (at == null) {
            wrong.add(new Violation(FIELD, "subPlan.rowUnknown", row.number(), row.code()));
            return;
        }
        ObjectNode item = (ObjectNode) data.path("items").get(at);
        for (int i = 0; i < SubPlanWorkbook.FIELDS.size(); i++) {
            Cell cell = row.cell(SubPlanWorkbook.FIRST + i);
            if (cell != null) {
                put(item, "items[" + at + "].", SubPlanWorkbook.FIELDS.get(i), cell, row.number());
            }
        }
    }

    private void put(ObjectNode item, String before, String field, Cell cell, int row) {
        String text = FilledWorkbook.text(cell);
        switch (cell.kind()) {
            case formula -> wrong.add(new Violation(before + field, "outline.formula", row));
            case error -> wrong.add(new Violation(before + field, "outline.error", row, text));
            default -> {
                if (field.equals("response")) {
                    response(item, before + field, text, row);
                } else if (cell.day() != null) {
                    item.put(field, cell.day().toString());
                } else if (field.equals("budget") && amount(cell, text) != null) {
                    item.put(field, amount(cell, text));
                } else {
                    // The sign before what begins like a formula is the workbook's.
                    item.put(field, text.matches("(?s)'[=+@-].*") ? text.substring(1) : text);
                }
            }
        }
    }

    private static BigDecimal amount(Cell cell, String text) {
        return cell.number() == null ? VietnameseNumber.parse(text) : cell.number();
    }

    private void response(ObjectNode item, String field, String text, int row) {
        String said = Names.folded(text);
        if (said.equals(Names.folded(SubPlanWorkbook.ADOPTED))) {
            item.put("response", Response.adopted.name());
        } else if (said.startsWith("khong")) {
            item.put("response", Response.notApplicable.name());
        } else {
            wrong.add(new Violation(field, "subPlan.responseUnknown", row, text));
        }
    }
}
