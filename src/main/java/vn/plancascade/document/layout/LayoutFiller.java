package vn.plancascade.document.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.plancascade.document.Block;
import vn.plancascade.document.OfficialDocument;

/** Puts a document into a layout: the result is its Word file, and what its PDF is printed from. */
final class LayoutFiller {

    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** How much longer than the line under it a text is (Nghị định 30/2020/NĐ-CP: a third to a half). */
    private static final double SHARE_OF_TEXT = 0.4;

    /** Between a cell's text and its border, in twips. */
    private static final int CELL_MARGIN = 70;

    private final Styles styles;
    private final OfficialDocument content;

    private LayoutFiller(Styles styles, OfficialDocument content) {
        this.styles = styles;
        this.content = content;
    }

    static byte[] fill(byte[] layout, OfficialDocument content) {
        try (WordFile file = WordFile.open(layout)) {
            LayoutFiller filler = new LayoutFiller(Styles.read(file, WordFile.read(file.main())), content);
            filler.fill(file.main());
            for (PackagePart part : file.headersAndFooters()) {
                filler.fill(part);
            }
            return file.save();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fill(PackagePart part) throws IOException {
        Document document = WordFile.read(part);
        for (Element paragraph : Word.all(document, "p")) {
            String text = Word.text(paragraph).strip();
            Matcher alone = PLACEHOLDER.matcher(text);
            Placeholder placeholder =
                    alone.matches() ? Placeholder.named(alone.group(1)).orElse(null) : null;
            if (placeholder == Placeholder.duongKe || placeholder == Placeholder.duongKeDai) {
                line(paragraph, placeholder == Placeholder.duongKe ? SHARE_OF_TEXT : 1);
            } else if (placeholder == Placeholder.noiDung) {
                replace(paragraph, withSignature(nodes(document, content.body())));
            } else if (placeholder == Placeholder.phuLuc) {
                replace(paragraph, annexes(document));
            } else if (placeholder != null && placeholder.hasOwnParagraph()) {
                repeat(paragraph, placeholder.lines(content));
            } else if (text.contains("${")) {
                inline(paragraph);
            }
        }
        WordFile.write(part, document);
    }

    /** Word may cut a placeholder into several runs; its text goes where it begins. */
    private void inline(Element paragraph) {
        List<Element> pieces = Word.all(paragraph, "t");
        StringBuilder whole = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Element piece : pieces) {
            starts.add(whole.length());
            whole.append(piece.getTextContent());
        }
        List<StringBuilder> texts = new ArrayList<>();
        pieces.forEach(piece -> texts.add(new StringBuilder()));
        Matcher matcher = PLACEHOLDER.matcher(whole);
        int at = 0;
        while (matcher.find()) {
            spread(whole, at, matcher.start(), starts, texts);
            String value = Placeholder.named(matcher.group(1))
                    .map(found -> String.join(" ", found.lines(content)))
                    .orElse("");
            texts.get(piece(starts, matcher.start())).append(value);
            at = matcher.end();
        }
        spread(whole, at, whole.length(), starts, texts);
        for (int i = 0; i < pieces.size(); i++) {
            write(pieces.get(i), texts.get(i).toString());
        }
        if (Word.text(paragraph).isBlank()) {
            remove(paragraph);
        }
    }

    private static void spread(StringBuilder whole, int from, int to, List<Integer> starts, List<StringBuilder> texts) {
        for (int i = from; i < to; i++) {
            texts.get(piece(starts, i)).append(whole.charAt(i));
        }
    }

    private static int piece(List<Integer> starts, int at) {
        int piece = 0;
        while (piece + 1 < starts.size() && starts.get(piece + 1) <= at) {
            piece++;
        }
        return piece;
    }

    private static void write(Element t, String text) {
        t.setTextContent(text);
        t.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    /** One paragraph a line, each like the one that held the placeholder. */
    private static void repeat(Element paragraph, List<String> lines) {
        List<Element> copies = new ArrayList<>();
        for (String line : lines) {
            Element copy = (Element) paragraph.cloneNode(true);
            List<Element> pieces = Word.all(copy, "t");
            for (int i = 0; i < pieces.size(); i++) {
                write(pieces.get(i), i == 0 ? line : "");
            }
            copies.add(copy);
        }
        replace(paragraph, copies);
    }

    private static void replace(Element paragraph, List<Element> nodes) {
        nodes.forEach(node -> paragraph.getParentNode().insertBefore(node, paragraph));
        if (nodes.isEmpty() || Word.is(nodes.get(nodes.size() - 1), "tbl")) {
            remove(paragraph);
        } else {
            paragraph.getParentNode().removeChild(paragraph);
        }
    }

    /** A cell must end with a paragraph, and so must what a table ends: it stays there, empty and without height. */
    private static void remove(Element paragraph) {
        Node parent = paragraph.getParentNode();
        Element next = nextElement(paragraph);
        boolean needed = next == null && !Word.is(parent, "body")
                || previousIsTable(paragraph) && (next == null || !Word.is(next, "p"));
        if (!needed || next != null && Word.is(next, "sectPr") && !previousIsTable(paragraph)) {
            parent.removeChild(paragraph);
            return;
        }
        Word.all(paragraph, "t").forEach(t -> t.setTextContent(""));
    }

    private static Element nextElement(Node node) {
        Node next = node.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        return (Element) next;
    }

    private static boolean previousIsTable(Node node) {
        Node previous = node.getPreviousSibling();
        while (previous != null && !(previous instanceof Element)) {
            previous = previous.getPreviousSibling();
        }
        return Word.is(previous, "tbl");
    }

    /** A line as long as a share of the text above it: the paragraph is indented from both sides by the rest. */
    private void line(Element paragraph, double share) {
        Word.all(paragraph, "t").forEach(t -> t.setTextContent(""));
        Node above = paragraph.getPreviousSibling();
        while (above != null && !Word.is(above, "p")) {
            above = above.getPreviousSibling();
        }
        if (above == null) {
            return;
        }
        double room = room(paragraph);
        Styles.Text look = styles.text((Element) above, null);
        String text = Word.text((Element) above);
        double length = Math.min(room, TextWidth.of(text, look.size(), look.bold())) * share;
        long side = Math.max(0, Math.round((room - length) / 2 * Word.TWIPS_PER_POINT));
        Element properties = Word.child(paragraph, "pPr");
        if (properties == null) {
            properties = (Element) paragraph.insertBefore(
                    paragraph.getOwnerDocument().createElementNS(Word.NS, "w:pPr"), paragraph.getFirstChild());
        }
        Element indent = Word.child(properties, "ind");
        if (indent == null) {
            indent = paragraph.getOwnerDocument().createElementNS(Word.NS, "w:ind");
            Node before = Word.child(properties, "jc");
            properties.insertBefore(indent, before == null ? Word.child(properties, "rPr") : before);
        }
        Word.set(indent, "left", side);
        Word.set(indent, "right", side);
    }

    /** The width of the cell or page that a paragraph stands in, in points. */
    private double room(Element paragraph) {
        for (Node node = paragraph.getParentNode(); node != null; node = node.getParentNode()) {
            if (Word.is(node, "tc")) {
                return Word.number(Word.child(Word.child(node, "tcPr"), "tcW"), "w")
                                .orElse(0)
                        / Word.TWIPS_PER_POINT;
            }
        }
        return styles.page().textWidth();
    }

    private List<Element> nodes(Document document, List<Block> blocks) {
        List<Element> nodes = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                nodes.add(paragraph(document, style(paragraph.style()), paragraph.text()));
            } else if (block instanceof Block.Table table) {
                nodes.add(paragraph(document, "TruocKy", ""));
                nodes.add(table(document, table));
            }
        }
        return nodes;
    }

    /** The last paragraph stays with the signature: no signature stands on a page alone. */
    private static List<Element> withSignature(List<Element> nodes) {
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

    private static Element paragraph(Document document, String style, String text) {
        Element paragraph = document.createElementNS(Word.NS, "w:p");
        Word.append(Word.append(paragraph, "pPr"), "pStyle", "val", style);
        if (!text.isEmpty()) {
            write(Word.append(Word.append(paragraph, "r"), "t"), text);
        }
        return paragraph;
    }

    private List<Element> annexes(Document document) {
        List<Element> nodes = new ArrayList<>();
        for (OfficialDocument.Annex annex : content.annexes()) {
            Element name = paragraph(document, "PhuLuc", annex.name());
            Word.append(Word.child(name, "pPr"), "pageBreakBefore");
            nodes.add(name);
            nodes.add(paragraph(document, "PhuLuc", annex.title().toUpperCase(Locale.ROOT)));
            nodes.add(paragraph(document, "KemTheo", content.annexLine()));
            nodes.addAll(nodes(document, annex.body()));
        }
        return nodes;
    }

    private Element table(Document document, Block.Table content) {
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

    private static void row(Element table, List<Block.Column> columns, int[] widths, List<String> texts, boolean head) {
        Element row = Word.append(table, "tr");
        Element properties = Word.append(row, "trPr");
        Word.append(properties, "cantSplit");
        if (head) {
            Word.append(properties, "tblHeader");
        }
        for (int i = 0; i < widths.length; i++) {
            Element cell = Word.append(row, "tc");
            Word.set(Word.append(Word.append(cell, "tcPr"), "tcW", "w", widths[i]), "type", "dxa");
            Element paragraph = paragraph(table.getOwnerDocument(), head ? "DauBang" : "OBang", texts.get(i));
            if (!head && columns.get(i).number()) {
                Word.append(Word.child(paragraph, "pPr"), "jc", "val", "right");
            }
            cell.appendChild(paragraph);
        }
    }
}
