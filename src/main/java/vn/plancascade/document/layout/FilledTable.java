package vn.plancascade.document.layout;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.plancascade.document.Block;

/** A table of a document's body, as a Word file holds it. */
final class FilledTable {

    /** Between a cell's text and its border, in twips. */
    private static final int CELL_MARGIN = 70;

    private static final String HEAD = "DauBang";
    private static final String CELL = "OBang";

    private final Document document;
    private final Block.Table content;
    private final ColumnWidths widths;
    private final boolean smaller;

    private FilledTable(Document document, Block.Table content, Styles styles) {
        this.document = document;
        this.content = content;
        double size =
                styles.text(LayoutBlocks.paragraph(document, CELL, ""), null).size();
        this.widths = ColumnWidths.of(content, styles.page().textWidth(), CELL_MARGIN / Word.TWIPS_PER_POINT, size);
        this.smaller = widths.size() < size;
    }

    static Element of(Document document, Block.Table content, Styles styles) {
        return new FilledTable(document, content, styles)
                .table((int) Math.round(styles.page().textWidth() * Word.TWIPS_PER_POINT));
    }

    private Element table(int room) {
        Element table = document.createElementNS(Word.NS, "w:tbl");
        Element properties = Word.append(table, "tblPr");
        Word.set(Word.append(properties, "tblW", "w", room), "type", "dxa");
        Element borders = Word.append(properties, "tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            Word.set(Word.set(Word.append(borders, side, "val", "single"), "sz", 4), "space", 0);
        }
        Word.append(properties, "tblLayout", "type", "fixed");
        Element margins = Word.append(properties, "tblCellMar");
        for (String side : List.of("left", "right")) {
            Word.set(Word.append(margins, side, "w", CELL_MARGIN), "type", "dxa");
        }
        Element grid = Word.append(table, "tblGrid");
        for (int width : widths.twips()) {
            Word.append(grid, "gridCol", "w", width);
        }
        row(table, content.columns().stream().map(Block.Column::title).toList(), true);
        content.rows().forEach(row -> row(table, row, false));
        return table;
    }

    private void row(Element table, List<String> texts, boolean head) {
        Element row = Word.append(table, "tr");
        Element properties = Word.append(row, "trPr");
        Word.append(properties, "cantSplit");
        if (head) {
            Word.append(properties, "tblHeader");
        }
        for (int i = 0; i < texts.size(); i++) {
            Element cell = Word.append(row, "tc");
            Word.set(Word.append(Word.append(cell, "tcPr"), "tcW", "w", widths.twips()[i]), "type", "dxa");
            Element paragraph = LayoutBlocks.paragraph(document, head ? HEAD : CELL, texts.get(i));
            if (!head && content.columns().get(i).number()) {
                Word.append(Word.child(paragraph, "pPr"), "jc", "val", "right");
            }
            if (smaller) {
                Word.children(paragraph, "r").forEach(this::small);
            }
            cell.appendChild(paragraph);
        }
    }

    private void small(Element run) {
        long halves = Math.round(widths.size() * 2);
        Element look = document.createElementNS(Word.NS, "w:rPr");
        Word.append(look, "sz", "val", halves);
        Word.append(look, "szCs", "val", halves);
        run.insertBefore(look, run.getFirstChild());
    }
}
