package vn.plancascade.document.layout;

import java.util.List;
import org.w3c.dom.Element;

/** Which columns and rows of a table a cell covers. */
final class CellSpans {

    private CellSpans() {}

    /** How many columns are before the cell. */
    static int column(List<Element> cells, int index) {
        return cells.subList(0, index).stream()
                .mapToInt(cell -> Word.number(Word.child(Word.child(cell, "tcPr"), "gridSpan"), "val")
                        .orElse(1))
                .sum();
    }

    /** How many rows a cell that begins here covers. */
    static int rows(List<Element> rows, int index, int column) {
        int down = 1;
        for (int i = index + 1; i < rows.size(); i++) {
            List<Element> cells = Word.children(rows.get(i), "tc");
            int at = 0;
            while (at < cells.size() && column(cells, at) < column) {
                at++;
            }
            Element below = at < cells.size() ? Word.child(Word.child(cells.get(at), "tcPr"), "vMerge") : null;
            if (below == null || "restart".equals(Word.attribute(below, "val"))) {
                break;
            }
            down++;
        }
        return down;
    }
}
