package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** The height of a line of Times New Roman, for each point of its size. */
    private static final double LINE = 1.15;

    /** Word's margin at the sides of a cell, where nothing else is said, in points. */
    private static final double CELL_SIDE = 5.4;

    private static final double EIGHTHS = 8;

    private final WordFile file;
    private final Styles styles;
    private final Document out;

    private PageMarkup(WordFile file, Styles styles, Document out) {
        this.file = file;
        this.styles = styles;
        this.out = out;
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
        add(head, "style").setTextContent(css(has, first));
        blocks(Word.child(main.getDocumentElement(), "body"), body);
        return out;
    }

    private String css(boolean[] has, boolean first) {
        Styles.Page page = styles.page();
        StringBuilder css = new StringBuilder(
                "body{margin:0;font-family:'Times New Roman';word-wrap:break-word}p{margin:0;padding:0;widows:2;orphans:2}"
                        + "table{border-collapse:collapse;-fs-table-paginate:paginate;margin:0}td,th{padding:0;font-weight:normal;text-align:left;vertical-align:top}"
                        + "tr.whole{page-break-inside:avoid}.page:before{content:counter(page)}.pages:before{content:counter(pages)}"
                        + ".top{position:running(top)}.bottom{position:running(bottom)}"
                        + ".top-first{position:running(top-first)}.bottom-first{position:running(bottom-first)}");
        css.append(format(
                "@page{size:%.2fpt %.2fpt;margin:%.2fpt %.2fpt %.2fpt %.2fpt;",
                page.width(), page.height(), page.top(), page.right(), page.bottom(), page.left()));
        css.append(box("top", has[0], page)).append(box("bottom", has[1], page)).append('}');
        if (first) {
            css.append("@page :first{")
                    .append(
                            has[2]
                                    ? box("top", true, page).replace("(top)", "(top-first)")
                                    : "@top-center{content:none}")
                    .append(
                            has[3]
                                    ? box("bottom", true, page).replace("(bottom)", "(bottom-first)")
                                    : "@bottom-center{content:none}")
                    .append('}');
        }
        return css.toString();
    }

    private static String box(String side, boolean has, Styles.Page page) {
        if (!has) {
            return "";
        }
        return side.equals("top")
                ? format("@top-center{content:element(top);vertical-align:top;padding-top:%.2fpt}", page.header())
                : "@bottom-center{content:element(bottom);vertical-align:top}";
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

    private void blocks(Element parent, Element into) {
        for (Element child : Word.children(parent)) {
            if (Word.is(child, "p")) {
                paragraph(child, into);
            } else if (Word.is(child, "tbl")) {
                table(child, into);
            } else if (Word.is(child, "sdt")) {
                blocks(Word.child(child, "sdtContent"), into);
            }
        }
    }

    private void paragraph(Element paragraph, Element into) {
        Element p = add(into, "p");
        Styles.Text look = styles.text(paragraph, null);
        p.setAttribute("style", paragraphCss(styles.paragraph(paragraph), look.size()));
        runs(paragraph, paragraph, p);
        if (p.getFirstChild() == null && !p.getAttribute("style").contains("line-height:2.00pt")) {
            p.appendChild(out.createTextNode(" "));
        }
    }

    private static String paragraphCss(List<Element> layers, double size) {
        StringBuilder css = new StringBuilder(format("font-size:%.2fpt;", size));
        String align = Styles.nearest(layers, layer -> Word.value(layer, "jc")).orElse("left");
        css.append("text-align:")
                .append(
                        switch (align) {
                            case "center" -> "center";
                            case "right", "end" -> "right";
                            case "both", "distribute" -> "justify";
                            default -> "left";
                        })
                .append(';');
        css.append(format(
                "margin:%.2fpt %.2fpt %.2fpt %.2fpt;",
                twips(layers, "spacing", "before"),
                twips(layers, "ind", "right") + twips(layers, "ind", "end"),
                twips(layers, "spacing", "after"),
                twips(layers, "ind", "left") + twips(layers, "ind", "start")));
        css.append(format("text-indent:%.2fpt;", twips(layers, "ind", "firstLine") - twips(layers, "ind", "hanging")));
        double line = twips(layers, "spacing", "line");
        String rule = Styles.nearest(layers, layer -> Word.attribute(Word.child(layer, "spacing"), "lineRule"))
                .orElse("auto");
        // In lines of 240 twentieths of a point, or in points.
        css.append(
                line == 0
                        ? format("line-height:%.3f;", LINE)
                        : rule.equals("auto")
                                ? format("line-height:%.3f;", LINE * line / 12)
                                : format("line-height:%.2fpt;", line));
        for (String side : List.of("top", "bottom", "left", "right")) {
            Styles.nearest(layers, layer -> Word.child(Word.child(layer, "pBdr"), side))
                    .ifPresent(border -> css.append(border("border-" + side, border)));
        }
        if (Styles.flag(layers, "pageBreakBefore")) {
            css.append("page-break-before:always;");
        }
        if (Styles.flag(layers, "keepNext")) {
            css.append("page-break-after:avoid;");
        }
        if (Styles.flag(layers, "keepLines")) {
            css.append("page-break-inside:avoid;");
        }
        return css.toString();
    }

    private static double twips(List<Element> layers, String element, String attribute) {
        return Styles.nearest(layers, layer -> Word.attribute(Word.child(layer, element), attribute))
                        .filter(value -> value.matches("-?\\d{1,6}"))
                        .map(Double::parseDouble)
                        .orElse(0.0)
                / Word.TWIPS_PER_POINT;
    }

    private static String border(String property, Element border) {
        String kind = Word.attribute(border, "val");
        if (kind == null || kind.equals("none") || kind.equals("nil")) {
            return property + ":none;";
        }
        double width = Word.number(border, "sz").orElse(4) / EIGHTHS;
        return format("%s:%.2fpt solid #000;", property, Math.max(0.25, width));
    }

    /** The text of a paragraph, also where it stands in a link, a field or a control. */
    private void runs(Element paragraph, Element parent, Element into) {
        String[] field = {null};
        boolean[] result = {false};
        for (Element child : Word.children(parent)) {
            if (Word.is(child, "r")) {
                run(paragraph, child, into, field, result);
            } else if (Word.is(child, "fldSimple")) {
                Element span = add(into, "span");
                if (!counter(Word.attribute(child, "instr"), span)) {
                    into.removeChild(span);
                    runs(paragraph, child, into);
                }
            } else if (Word.is(child, "sdt")) {
                runs(paragraph, Word.child(child, "sdtContent"), into);
            } else if (Word.is(child, "hyperlink") || Word.is(child, "ins") || Word.is(child, "smartTag")) {
                runs(paragraph, child, into);
            }
        }
    }

    /** @param field what the field that is open says, or null; {@code result} whether its own result is to be skipped */
    private void run(Element paragraph, Element run, Element into, String[] field, boolean[] result) {
        Element span = add(into, "span");
        Styles.Text look = styles.text(paragraph, run);
        span.setAttribute("style", textCss(look));
        for (Element child : Word.children(run)) {
            switch (child.getLocalName()) {
                case "t" -> {
                    if (!result[0]) {
                        span.appendChild(out.createTextNode(spaced(child.getTextContent())));
                    }
                }
                case "tab" -> span.appendChild(out.createTextNode("\u00a0\u00a0\u00a0\u00a0 "));
                case "noBreakHyphen" -> span.appendChild(out.createTextNode("\u2011"));
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
        Element line = add(span, "br");
        if ("page".equals(Word.attribute(child, "type"))) {
            line.setAttribute("style", "page-break-after:always");
        }
    }

    /** Spaces that stand together are meant. */
    private static String spaced(String text) {
        return text.replaceAll(" (?= )", "\u00a0");
    }

    private static boolean counter(String instruction, Element span) {
        String name = String.valueOf(instruction).strip().split("\\s+")[0].toUpperCase(Locale.ROOT);
        if (name.equals("PAGE") || name.equals("NUMPAGES")) {
            span.setAttribute("class", name.equals("PAGE") ? "page" : "pages");
            return true;
        }
        return false;
    }

    private static String textCss(Styles.Text look) {
        StringBuilder css = new StringBuilder(format("font-size:%.2fpt;", look.size()));
        css.append(look.bold() ? "font-weight:bold;" : "")
                .append(look.italic() ? "font-style:italic;" : "")
                .append(look.capitals() ? "text-transform:uppercase;" : "")
                .append(
                        look.underlined()
                                ? "text-decoration:underline;"
                                : look.struck() ? "text-decoration:line-through;" : "")
                .append(look.color() == null ? "" : "color:#" + look.color() + ";");
        return switch (look.position()) {
            case "superscript" -> css.append("vertical-align:super;").toString();
            case "subscript" -> css.append("vertical-align:sub;").toString();
            default -> css.toString();
        };
    }

    private void table(Element source, Element into) {
        List<Element> layers = styles.table(source);
        List<Double> widths = new ArrayList<>();
        Word.children(Word.child(source, "tblGrid"), "gridCol")
                .forEach(column -> widths.add(Word.number(column, "w").orElse(0) / Word.TWIPS_PER_POINT));
        double total = widths.stream().mapToDouble(Double::doubleValue).sum();
        Element table = add(into, "table");
        String align = Styles.nearest(layers, layer -> Word.value(layer, "jc")).orElse("left");
        table.setAttribute(
                "style",
                format("table-layout:fixed;width:%.2fpt;", total)
                        + (align.equals("center") ? "margin-left:auto;margin-right:auto;" : "")
                        + format("margin-left:%.2fpt;", align.equals("center") ? 0 : twips(layers, "tblInd", "w")));
        for (double width : widths) {
            add(table, "col").setAttribute("style", format("width:%.2fpt", width));
        }
        List<Element> rows = Word.children(source, "tr");
        int heads = 0;
        while (heads < rows.size() - 1
                && Boolean.TRUE.equals(Word.flag(Word.child(rows.get(heads), "trPr"), "tblHeader"))) {
            heads++;
        }
        Element head = heads == 0 ? null : add(table, "thead");
        Element body = add(table, "tbody");
        for (int i = 0; i < rows.size(); i++) {
            row(rows, i, layers, i < heads ? head : body);
        }
    }

    private void row(List<Element> rows, int index, List<Element> layers, Element into) {
        Element row = rows.get(index);
        Element tr = add(into, "tr");
        if (Boolean.TRUE.equals(Word.flag(Word.child(row, "trPr"), "cantSplit"))) {
            tr.setAttribute("class", "whole");
        }
        List<Element> cells = Word.children(row, "tc");
        for (int i = 0; i < cells.size(); i++) {
            Element cell = cells.get(i);
            Element properties = Word.child(cell, "tcPr");
            Element merged = Word.child(properties, "vMerge");
            if (merged != null && !"restart".equals(Word.attribute(merged, "val"))) {
                continue;
            }
            Element td = add(tr, "td");
            int span = Word.number(Word.child(properties, "gridSpan"), "val").orElse(1);
            if (span > 1) {
                td.setAttribute("colspan", Integer.toString(span));
            }
            int down = merged == null ? 1 : merged(rows, index, column(cells, i));
            if (down > 1) {
                td.setAttribute("rowspan", Integer.toString(down));
            }
            td.setAttribute("style", cellCss(properties, layers, index, rows.size(), i, cells.size()));
            blocks(cell, td);
        }
    }

    private static int column(List<Element> cells, int index) {
        return cells.subList(0, index).stream()
                .mapToInt(cell -> Word.number(Word.child(Word.child(cell, "tcPr"), "gridSpan"), "val")
                        .orElse(1))
                .sum();
    }

    /** How many rows a cell that begins here covers. */
    private static int merged(List<Element> rows, int index, int column) {
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

    private static String cellCss(Element cell, List<Element> layers, int row, int rows, int column, int columns) {
        StringBuilder css = new StringBuilder();
        for (String side : List.of("top", "bottom", "left", "right")) {
            boolean outer = side.equals("top") && row == 0
                    || side.equals("bottom") && row == rows - 1
                    || side.equals("left") && column == 0
                    || side.equals("right") && column == columns - 1;
            String common = outer ? side : side.equals("top") || side.equals("bottom") ? "insideH" : "insideV";
            Element own = Word.child(Word.child(cell, "tcBorders"), side);
            java.util.Optional.ofNullable(own)
                    .or(() -> Styles.nearest(layers, layer -> Word.child(Word.child(layer, "tblBorders"), common)))
                    .ifPresent(border -> css.append(border("border-" + side, border)));
            double margin = Styles.nearest(
                            layers,
                            layer -> Word.number(Word.child(Word.child(layer, "tblCellMar"), side), "w")
                                    .orElse(null))
                    .map(value -> value / Word.TWIPS_PER_POINT)
                    .orElse(side.equals("left") || side.equals("right") ? CELL_SIDE : 0);
            css.append(format("padding-%s:%.2fpt;", side, margin));
        }
        String vertical = String.valueOf(Word.value(cell, "vAlign"));
        return vertical.equals("center")
                ? css.append("vertical-align:middle;").toString()
                : vertical.equals("bottom")
                        ? css.append("vertical-align:bottom;").toString()
                        : css.toString();
    }

    private Element add(Element parent, String name) {
        return (Element) parent.appendChild(out.createElement(name));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
