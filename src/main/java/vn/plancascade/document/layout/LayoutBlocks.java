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
                // Lines that end with a break would be drawn out to the margin.
                paragraph
                        .text()
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> nodes.add(paragraph(style(paragraph.style()), line)));
            } else if (block instanceof Block.Table table) {
                nodes.add(paragraph("TruocKy", ""));
                nodes.add(FilledTable.of(document, table, styles));
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
        return paragraph(document, style, text);
    }

    /** A paragraph of a style. A break that somebody typed is one in it. */
    static Element paragraph(Document document, String style, String text) {
        Element paragraph = document.createElementNS(Word.NS, "w:p");
        Word.append(Word.append(paragraph, "pPr"), "pStyle", "val", style);
        if (!text.isEmpty()) {
            Element run = Word.append(paragraph, "r");
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    Word.append(run, "br");
                }
                Word.write(Word.append(run, "t"), lines[i]);
            }
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
}
