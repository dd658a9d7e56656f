package vn.plancascade.document.layout;

import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** How paragraphs, texts and borders of a Word file look, in the words of a style sheet. */
final class Css {

    /** The height of a line of Times New Roman, for each point of its size. */
    private static final double LINE = 1.15;

    private static final double EIGHTHS = 8;

    private Css() {}

    static String paragraph(List<Element> layers, double size) {
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

    static double twips(List<Element> layers, String element, String attribute) {
        return Styles.nearest(layers, layer -> Word.attribute(Word.child(layer, element), attribute))
                        .filter(value -> value.matches("-?\\d{1,6}"))
                        .map(Double::parseDouble)
                        .orElse(0.0)
                / Word.TWIPS_PER_POINT;
    }

    static String border(String property, Element border) {
        String kind = Word.attribute(border, "val");
        if (kind == null || kind.equals("none") || kind.equals("nil")) {
            return property + ":none;";
        }
        double width = Word.number(border, "sz").orElse(4) / EIGHTHS;
        return format("%s:%.2fpt solid #000;", property, Math.max(0.25, width));
    }

    static String text(Styles.Text look) {
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

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
