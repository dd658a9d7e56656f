package vn.plancascade.document.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The tables of a Word file as tables of a page. */
final class PageTables {

    /** Word's margin at the sides of a cell, where nothing else is said, in points. */
    private static final double CELL_SIDE = 5.4;

    private final PageMarkup page;
    private final Styles styles;

    PageTables(PageMarkup page, Styles styles) {
        this.page = page;
        this.styles = styles;
    }

    void write(Element source, Element into) {
        List<Element> layers = styles.table(source);
        List<Double> widths = new ArrayList<>();
        Word.children(Word.child(source, "tblGrid"), "gridCol")
                .forEach(column -> widths.add(Word.number(column, "w").orElse(0) / Word.TWIPS_PER_POINT));
        double total = widths.stream().mapToDouble(Double::doubleValue).sum();
        Element table = PageMarkup.add(into, "table");
        String align = Styles.nearest(layers, layer -> Word.value(layer, "jc")).orElse("left");
        table.setAttribute(
                "style",
                Css.format("table-layout:fixed;width:%.2fpt;", total)
                        + (align.equals("center") ? "margin-left:auto;margin-right:auto;" : "")
                        + Css.format(
                                "margin-left:%.2fpt;", align.equals("center") ? 0 : Css.twips(layers, "tblInd", "w")));
        for (double width : widths) {
            PageMarkup.add(table, "col").setAttribute("style", Css.format("width:%.2fpt", width));
        }
        List<Element> rows = Word.children(source, "tr");
        int heads = 0;
        while (heads < rows.size() - 1
                && Boolean.TRUE.equals(Word.flag(Word.child(rows.get(heads), "trPr"), "tblHeader"))) {
            heads++;
        }
        Element head = heads == 0 ? null : PageMarkup.add(table, "thead");
        Element body = PageMarkup.add(table, "tbody");
        for (int i = 0; i < rows.size(); i++) {
            row(rows, i, layers, i < heads ? head : body);
        }
    }

    private void row(List<Element> rows, int index, List<Element> layers, Element into) {
        Element row = rows.get(index);
        Element tr = PageMarkup.add(into, "tr");
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
            Element td = PageMarkup.add(tr, "td");
            int span = Word.number(Word.child(properties, "gridSpan"), "val").orElse(1);
            if (span > 1) {
                td.setAttribute("colspan", Integer.toString(span));
            }
            int down = merged == null ? 1 : CellSpans.rows(rows, index, CellSpans.column(cells, i));
            if (down > 1) {
                td.setAttribute("rowspan", Integer.toString(down));
            }
            td.setAttribute("style", css(properties, layers, index, rows.size(), i, cells.size()));
            page.blocks(cell, td);
        }
    }

    private static String css(Element cell, List<Element> layers, int row, int rows, int column, int columns) {
        StringBuilder css = new StringBuilder();
        for (String side : List.of("top", "bottom", "left", "right")) {
            boolean outer = side.equals("top") && row == 0
                    || side.equals("bottom") && row == rows - 1
                    || side.equals("left") && column == 0
                    || side.equals("right") && column == columns - 1;
            String common = outer ? side : side.equals("top") || side.equals("bottom") ? "insideH" : "insideV";
            Element own = Word.child(Word.child(cell, "tcBorders"), side);
            Optional.ofNullable(own)
                    .or(() -> Styles.nearest(layers, layer -> Word.child(Word.child(layer, "tblBorders"), common)))
                    .ifPresent(border -> css.append(Css.border("border-" + side, border)));
            double margin = Styles.nearest(
                            layers,
                            layer -> Word.number(Word.child(Word.child(layer, "tblCellMar"), side), "w")
                                    .orElse(null))
                    .map(value -> value / Word.TWIPS_PER_POINT)
                    .orElse(side.equals("left") || side.equals("right") ? CELL_SIDE : 0);
            css.append(Css.format("padding-%s:%.2fpt;", side, margin));
        }
        String vertical = String.valueOf(Word.value(cell, "vAlign"));
        return vertical.equals("center")
                ? css.append("vertical-align:middle;").toString()
                : vertical.equals("bottom")
                        ? css.append("vertical-align:bottom;").toString()
                        : css.toString();
    }
}
