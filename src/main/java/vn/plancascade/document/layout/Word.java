package vn.plancascade.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The few words of WordprocessingML (ECMA-376, part 1, chapter 17) that the product reads and writes. */
final class Word {

    static final String NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Twentieths of a point, in which Word measures. */
    static final double TWIPS_PER_POINT = 20;

    private Word() {}

    static boolean is(Node node, String name) {
        return node instanceof Element element
                && name.equals(element.getLocalName())
                && NS.equals(element.getNamespaceURI());
    }

    static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    /** The first child of that name, or null. */
    static Element child(Node parent, String name) {
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (is(node, name)) {
                    return (Element) node;
                }
            }
        }
        return null;
    }

    /** All descendants of that name, in the order of the document; the list does not change with the document. */
    static List<Element> all(Node root, String name) {
        List<Element> found = new ArrayList<>();
        collect(root, name, found);
        return found;
    }

    private static void collect(Node node, String name, List<Element> found) {
        for (Element child : children(node)) {
            if (is(child, name)) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }

    /** What the document says of its paper, or null. */
    static Element section(Document main) {
        List<Element> sections = all(main, "sectPr");
        return sections.isEmpty() ? null : sections.get(sections.size() - 1);
    }

    static String attribute(Element element, String name) {
        return element == null || !element.hasAttributeNS(NS, name) ? null : element.getAttributeNS(NS, name);
    }

    /** The value of a property's element, or null. */
    static String value(Element properties, String name) {
        return attribute(child(properties, name), "val");
    }

    static Optional<Integer> number(Element element, String name) {
        String value = attribute(element, name);
        try {
            return value == null ? Optional.empty() : Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** A property that is on where its element stands, unless it says otherwise; null where it does not stand. */
    static Boolean flag(Element properties, String name) {
        Element element = child(properties, name);
        if (element == null) {
            return null;
        }
        String value = attribute(element, "val");
        return value == null
                || !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** The text of a paragraph. */
    static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        all(paragraph, "t").forEach(t -> text.append(t.getTextContent()));
        return text.toString();
    }

    static Element append(Node parent, String name) {
        Document document = parent instanceof Document itself ? itself : parent.getOwnerDocument();
        return (Element) parent.appendChild(document.createElementNS(NS, "w:" + name));
    }

    static Element append(Node parent, String name, String attribute, Object value) {
        return set(append(parent, name), attribute, value);
    }

    static Element set(Element element, String attribute, Object value) {
        element.setAttributeNS(NS, "w:" + attribute, String.valueOf(value));
        return element;
    }

    /** Text as it is, with the blanks at its ends. */
    static void write(Element t, String text) {
        t.setTextContent(Amounts.kept(text));
        t.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }
}
