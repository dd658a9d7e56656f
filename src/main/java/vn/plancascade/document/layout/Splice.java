package vn.plancascade.document.layout;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts elements in the place of a paragraph, so that what is left is a Word file that Word opens. */
final class Splice {

    private Splice() {}

    /** One paragraph a line, each like the one that held the placeholder. */
    static void repeat(Element paragraph, List<String> lines) {
        List<Element> copies = new ArrayList<>();
        for (String line : lines) {
            Element copy = (Element) paragraph.cloneNode(true);
            List<Element> pieces = Word.all(copy, "t");
            for (int i = 0; i < pieces.size(); i++) {
                Word.write(pieces.get(i), i == 0 ? line : "");
            }
            copies.add(copy);
        }
        replace(paragraph, copies);
    }

    static void replace(Element paragraph, List<Element> nodes) {
        nodes.forEach(node -> paragraph.getParentNode().insertBefore(node, paragraph));
        if (nodes.isEmpty() || Word.is(nodes.get(nodes.size() - 1), "tbl")) {
            remove(paragraph);
        } else {
            paragraph.getParentNode().removeChild(paragraph);
        }
    }

    /** A cell must end with a paragraph, and so must what a table ends: it stays there, empty and without height. */
    static void remove(Element paragraph) {
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
}
