package vn.plancascade.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.plancascade.document.Block;
import vn.plancascade.document.OfficialDocument;

/** A document's paragraphs, tables and annexes as elements of a Word file, with the styles that a layout has for them. */
final class LayoutBlocks {

    /** Between a cell's text and its border, in twips. */
    private static final int CELL_MARGIN = 70;

    private final Document document;
    private final Styles styles;

    LayoutBlocks(Document document, Styles styles) {
        this.document = document;
        this.styles = styles;
    }

    List<Element> of(List<Block> blocks) {
        List<Element> nodes = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                nodes.add(paragraph(style(paragraph.style()), paragraph.text()));
            } else if (block instanceof Block.Table table) {
                nodes.add(paragraph("TruocKy", ""));
                nodes.add(table(table));
            }
        }
        return nodes;
    }

    /** The last paragraph stays with the signature: no signature stands on a page alone. */
    static List<Element> withSignature(List<Element> nodes) {
        if (!nodes.isEmpty() && Word.is(nodes.get(nodes.size() - 1), "p")) {
            Word.append(Word.child(nodes.get(nodes.size() - 1), "pPr"), "keepNext");
        }
        return nodes;
    }

    private static String style(Block.Style style) {
        return switch (style) {
            case basis -> "CanCu";
            case heading -> "Muc";
            case text -> "NoiDung";
        };
    }

    private Element paragraph(String style, String text) {
        Element paragraph = document.createElementNS(Word.NS, "w:p");
        Word.append(Word.append(paragraph, "pPr"), "pStyle", "val", style);
        if (!text.isEmpty()) {
            Word.write(Word.append(Word.append(paragraph, "r"), "t"), text);
        }
        return paragraph;
    }

    List<Element> annexes(OfficialDocument content) {
        List<Element> nodes = new ArrayList<>();
        for (OfficialDocument.Annex annex : content.annexes()) {
            Element name = paragraph("PhuLuc", annex.name());
            Word.append(Word.child(name, "pPr"), "pageBreakBefore");
            nodes.add(name);
            nodes.add(paragraph("PhuLuc", annex.title().toUpperCase(Locale.ROOT)));
            nodes.add(paragraph("KemTheo", content.annexLine()));
            nodes.addAll(of(annex.body()));
        }
        return nodes;
    }

    private Element table(Block.Table content) {
        int room = (int) Math.round(styles.page().textWidth() * Word.TWIPS_PER_POINT);
        int weights = content.columns().stream().mapToInt(Block.Column::weight).sum();
        int[] widths = content.columns().stream()
                .mapToInt(column -> room * column.weight() / weights)
                .toArray();
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
        for (int width : widths) {
            Word.append(grid, "gridCol", "w", width);
        }
        row(
                table,
                content.columns(),
                widths,
                content.columns().stream().map(Block.Column::title).toList(),
                true);
        content.rows().forEach(row -> row(table, content.columns(), widths, row, false));
        return table;
    }

    private void row(Element table, List<Block.Column> columns, int[] widths, List<String> texts, boolean head) {
        Element row = Word.append(table, "tr");
        Element properties = Word.append(row, "trPr");
        Word.append(properties, "cantSplit");
        if (head) {
            Word.append(properties, "tblHeader");
        }
        for (int i = 0; i < widths.length; i++) {
            Element cell = Word.append(row, "tc");
            Word.set(Word.append(Word.append(cell, "tcPr"), "tcW", "w", widths[i]), "type", "dxa");
            Element paragraph = paragraph(head ? "DauBang" : "OBang", texts.get(i));
            if (!head && columns.get(i).number()) {
                Word.append(Word.child(paragraph, "pPr"), "jc", "val", "right");
            }
            cell.appendChild(paragraph);
        }
    }
}
