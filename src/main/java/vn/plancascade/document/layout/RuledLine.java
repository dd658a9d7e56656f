package vn.plancascade.document.layout;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The lines that stand under the state's motto and under the issuing body. */
final class RuledLine {

    private final Styles styles;

    RuledLine(Styles styles) {
        this.styles = styles;
    }

    /** A line as long as a share of the text above it: the paragraph is indented from both sides by the rest. */
    void draw(Element paragraph, double share) {
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
}
