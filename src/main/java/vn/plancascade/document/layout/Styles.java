package vn.plancascade.document.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a Word file's styles say of a paragraph, a run or a table. A property that stands nearer to the text wins: the run,
 * the paragraph, its style, the styles which that one is based on, the file's defaults (ECMA-376, part 1, 17.7.2).
 */
final class Styles {

    /** Word's size where nothing names one, in points. */
    private static final double SIZE = 10;

    private static final int DEEPEST = 20;

    private final Map<String, Element> byId = new HashMap<>();
    private final Element textDefaults;
    private final Element paragraphDefaults;
    private final Page page;
    private String defaultParagraph;

    private Styles(Document styles, Page page) {
        Element root = styles.getDocumentElement();
        Element defaults = Word.child(root, "docDefaults");
        textDefaults = Word.child(Word.child(defaults, "rPrDefault"), "rPr");
        paragraphDefaults = Word.child(Word.child(defaults, "pPrDefault"), "pPr");
        for (Element style : Word.children(root, "style")) {
            String id = Word.attribute(style, "styleId");
            byId.put(id, style);
            if ("paragraph".equals(Word.attribute(style, "type")) && "1".equals(Word.attribute(style, "default"))) {
                defaultParagraph = id;
            }
        }
        this.page = page;
    }

    /** @param main the file's main part, as it was read */
    static Styles read(WordFile file, Document main) throws IOException {
        return new Styles(WordFile.read(file.styles()), Page.of(main));
    }

    Page page() {
        return page;
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** The look of a run in a paragraph; of the paragraph's own text where it is null. */
    Text text(Element paragraph, Element run) {
        Element own = Word.child(run, "rPr");
        List<Element> layers = new ArrayList<>();
        layers.add(own);
        chain(Word.value(own, "rStyle"), "rPr", layers);
        chain(styleOf(paragraph), "rPr", layers);
        layers.add(textDefaults);
        return new Text(
                nearest(layers, layer -> Word.value(layer, "sz"))
                        .map(value -> Double.parseDouble(value) / 2)
                        .orElse(SIZE),
                flag(layers, "b"),
                flag(layers, "i"),
                flag(layers, "caps"),
                nearest(layers, layer -> Word.value(layer, "u"))
                        .map(value -> !value.equals("none"))
                        .orElse(false),
                flag(layers, "strike"),
                nearest(layers, layer -> Word.value(layer, "vertAlign")).orElse("baseline"),
                nearest(layers, layer -> Word.value(layer, "color"))
                        .filter(value -> value.matches("[0-9A-Fa-f]{6}"))
                        .orElse(null));
    }

    /** The properties of a paragraph, the nearest first. */
    List<Element> paragraph(Element paragraph) {
        List<Element> layers = new ArrayList<>();
        layers.add(Word.child(paragraph, "pPr"));
        chain(styleOf(paragraph), "pPr", layers);
        layers.add(paragraphDefaults);
        return layers;
    }

    /** The properties of a table, the nearest first. */
    List<Element> table(Element table) {
        List<Element> layers = new ArrayList<>();
        Element own = Word.child(table, "tblPr");
        layers.add(own);
        chain(Word.value(own, "tblStyle"), "tblPr", layers);
        return layers;
    }

    private String styleOf(Element paragraph) {
        String named = Word.value(Word.child(paragraph, "pPr"), "pStyle");
        return named == null ? defaultParagraph : named;
    }

    private void chain(String id, String properties, List<Element> layers) {
        String next = id;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            Element style = byId.get(next);
            layers.add(Word.child(style, properties));
            next = style == null ? null : Word.value(style, "basedOn");
        }
    }

    static <T> java.util.Optional<T> nearest(List<Element> layers, Function<Element, T> read) {
        return layers.stream()
                .filter(java.util.Objects::nonNull)
                .map(read)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    static boolean flag(List<Element> layers, String name) {
        return nearest(layers, layer -> Word.flag(layer, name)).orElse(false);
    }

    /** @param size in points */
    record Text(
            double size,
            boolean bold,
            boolean italic,
            boolean capitals,
            boolean underlined,
            boolean struck,
            String position,
            String color) {}

    /** Paper and margins, in points. */
    record Page(double width, double height, double top, double right, double bottom, double left, double header) {

        /** A4, for a file that says nothing. */
        private static final int WIDTH = 11906;

        private static final int HEIGHT = 16838;
        private static final int MARGIN = 1440;
        private static final int HEADER = 720;

        static Page of(Document main) {
            Element section = Word.section(main);
            Element size = Word.child(section, "pgSz");
            Element margins = Word.child(section, "pgMar");
            return new Page(
                    points(size, "w", WIDTH),
                    points(size, "h", HEIGHT),
                    points(margins, "top", MARGIN),
                    points(margins, "right", MARGIN),
                    points(margins, "bottom", MARGIN),
                    points(margins, "left", MARGIN),
                    points(margins, "header", HEADER));
        }

        private static double points(Element element, String name, int otherwise) {
            return Word.number(element, name).orElse(otherwise) / Word.TWIPS_PER_POINT;
        }

        double textWidth() {
            return width - left - right;
        }
    }
}
