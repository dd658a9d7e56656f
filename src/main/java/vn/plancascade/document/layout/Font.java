package vn.plancascade.document.layout;

import java.io.InputStream;
import vn.plancascade.kernel.Letters;

/** Tinos, which is as wide as Times New Roman letter by letter, in the four cuts that documents use; and what stands in for it. */
enum Font {
    REGULAR("Tinos-Regular", 400, false),
    BOLD("Tinos-Bold", 700, false),
    ITALIC("Tinos-Italic", 400, true),
    BOLD_ITALIC("Tinos-BoldItalic", 700, true),
    FALLBACK(Letters.FALLBACK);

    static final String FAMILY = "Times New Roman";
    static final String FALLBACK_FAMILY = "DejaVu Sans";

    private final String path;
    private final int weight;
    private final boolean italic;

    Font(String file, int weight, boolean italic) {
        this.path = "/fonts/Tinos/" + file + ".ttf";
        this.weight = weight;
        this.italic = italic;
    }

    Font(String path) {
        this.path = path;
        this.weight = 400;
        this.italic = false;
    }

    String family() {
        return this == FALLBACK ? FALLBACK_FAMILY : FAMILY;
    }

    int weight() {
        return weight;
    }

    boolean isItalic() {
        return italic;
    }

    InputStream open() {
        return Font.class.getResourceAsStream(path);
    }
}
