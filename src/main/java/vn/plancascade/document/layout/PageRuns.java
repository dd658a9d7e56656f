package vn.plancascade.document.layout;

import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.plancascade.kernel.Letters;

/** The text of a paragraph, also where it stands in a link, a field or a control. */
final class PageRuns {

    private static final int BOX = 0x25A1;

    private final Styles styles;
    private final Document out;

    PageRuns(Styles styles, Document out) {
        this.styles = styles;
        this.out = out;
    }

    /** @param parent the paragraph, or what stands in it */
    void write(Element paragraph, Element parent, Element into) {
        String[] field = {null};
        boolean[] result = {false};
        for (Element child : Word.children(parent)) {
            if (Word.is(child, "r")) {
                run(paragraph, child, into, field, result);
            } else if (Word.is(child, "fldSimple")) {
                Element span = PageMarkup.add(into, "span");
                if (!counter(Word.attribute(child, "instr"), span)) {
                    into.removeChild(span);
                    write(paragraph, child, into);
                }
            } else if (Word.is(child, "sdt")) {
                write(paragraph, Word.child(child, "sdtContent"), into);
            } else if (Word.is(child, "hyperlink") || Word.is(child, "ins") || Word.is(child, "smartTag")) {
                write(paragraph, child, into);
            }
        }
    }

    /** @param field what the field that is open says, or null; {@code result} whether its own result is to be skipped */
    private void run(Element paragraph, Element run, Element into, String[] field, boolean[] result) {
        Element span = PageMarkup.add(into, "span");
        Styles.Text look = styles.text(paragraph, run);
        span.setAttribute("style", Css.text(look));
        for (Element child : Word.children(run)) {
            switch (child.getLocalName()) {
                case "t" -> {
                    if (!result[0]) {
                        span.appendChild(out.createTextNode(spaced(child.getTextContent())));
                    }
                }
                case "tab" -> span.appendChild(out.createTextNode("\u00a0\u00a0\u00a0\u00a0 "));
                case "noBreakHyphen" -> span.appendChild(out.createTextNode("-"));
                case "br", "cr" -> lineBreak(child, span);
                case "instrText" ->
                    field[0] = field[0] == null ? child.getTextContent() : field[0] + child.getTextContent();
                case "fldChar" -> {
                    switch (String.valueOf(Word.attribute(child, "fldCharType"))) {
                        case "begin" -> field[0] = "";
                        case "separate" -> result[0] = counter(field[0], span);
                        default -> {
                            field[0] = null;
                            result[0] = false;
                        }
                    }
                }
                default -> {
                    // Marks of the editor: they show nothing.
                }
            }
        }
        if (span.getFirstChild() == null && span.getAttribute("class").isEmpty()) {
            into.removeChild(span);
        }
    }

    private void lineBreak(Element child, Element span) {
        Element line = PageMarkup.add(span, "br");
        if ("page".equals(Word.attribute(child, "type"))) {
            line.setAttribute("style", "page-break-after:always");
        }
    }

    /** Spaces that stand together are meant. What no font has is a box, and not another sign. */
    private static String spaced(String text) {
        String printable = Letters.unprintable(text).isEmpty()
                ? text
                : text.codePoints()
                        .map(sign -> Letters.isPrintable(sign) ? sign : BOX)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        return Amounts.typed(printable).replaceAll(" (?= )", "\u00a0");
    }

    private static boolean counter(String instruction, Element span) {
        String name = String.valueOf(instruction).strip().split("\\s+")[0].toUpperCase(Locale.ROOT);
        if (name.equals("PAGE") || name.equals("NUMPAGES")) {
            span.setAttribute("class", name.equals("PAGE") ? "page" : "pages");
            return true;
        }
        return false;
    }
}
