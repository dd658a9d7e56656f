package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A Word file as a page of XHTML with styles for paged media. What it does not know, {@link LayoutCheck} refuses in a
 * layout before it is used.
 */
final class PageMarkup {

    private static final String HEADERS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final WordFile file;
    private final Styles styles;
    private final Document out;
    private final PageRuns runs;
    private final PageTables tables;

    private PageMarkup(WordFile file, Styles styles, Document out) {
        this.file = file;
        this.styles = styles;
        this.out = out;
        this.runs = new PageRuns(styles, out);
        this.tables = new PageTables(this, styles);
    }

    static Document of(WordFile file, String title) throws IOException {
        Document out;
        try {
            out = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        Document main = WordFile.read(file.main());
        return new PageMarkup(file, Styles.read(file, main), out).document(main, title);
    }

    private Document document(Document main, String title) throws IOException {
        Element section = Word.section(main);
        Element html = out.createElement("html");
        out.appendChild(html);
        html.setAttribute("lang", "vi");
        Element head = add(html, "head");
        add(head, "title").setTextContent(title);
        Element body = add(html, "body");
        boolean first = Boolean.TRUE.equals(Word.flag(section, "titlePg"));
        boolean[] has = new boolean[4];
        has[0] = margin(section, "headerReference", "default", "top", body);
        has[1] = margin(section, "footerReference", "default", "bottom", body);
        has[2] = first && margin(section, "headerReference", "first", "top-first", body);
        has[3] = first && margin(section, "footerReference", "first", "bottom-first", body);
        add(head, "style").setTextContent(PageStylesheet.of(styles.page(), has, first));
        blocks(Word.child(main.getDocumentElement(), "body"), body);
        return out;
    }

    /** A header or footer, out of the flow; whether there is one. */
    private boolean margin(Element section, String reference, String type, String name, Element body)
            throws IOException {
        for (Element each : section == null ? List.<Element>of() : Word.children(section, reference)) {
            if (type.equals(Word.attribute(each, "type"))) {
                PackagePart part = file.related(each.getAttributeNS(HEADERS, "id"));
                if (part != null) {
                    Element box = add(body, "div");
                    box.setAttribute("class", name);
                    blocks(WordFile.read(part).getDocumentElement(), box);
                    return true;
                }
            }
        }
        return false;
    }

    void blocks(Element parent, Element into) {
        for (Element child : Word.children(parent)) {
            if (Word.is(child, "p")) {
                paragraph(child, into);
            } else if (Word.is(child, "tbl")) {
                tables.write(child, into);
            } else if (Word.is(child, "sdt")) {
                blocks(Word.child(child, "sdtContent"), into);
            }
        }
    }

    private void paragraph(Element paragraph, Element into) {
        Element p = add(into, "p");
        Styles.Text look = styles.text(paragraph, null);
        p.setAttribute("style", Css.paragraph(styles.paragraph(paragraph), look.size()));
        runs.write(paragraph, paragraph, p);
        if (p.getFirstChild() == null && !p.getAttribute("style").contains("line-height:2.00pt")) {
            p.appendChild(out.createTextNode(" "));
        }
    }

    static Element add(Element parent, String name) {
        return (Element) parent.appendChild(parent.getOwnerDocument().createElement(name));
    }
}
