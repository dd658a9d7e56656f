package vn.plancascade.document.layout;

import java.io.InputStream;

/** Tinos, which is as wide as Times New Roman letter by letter, in the four cuts that documents use. */
enum Font {
    REGULAR("Tinos-Regular", 400, false),
    BOLD("Tinos-Bold", 700, false),
    ITALIC("Tinos-Italic", 400, true),
    BOLD_ITALIC("Tinos-BoldItalic", 700, true);

    private final String file;
    private final int weight;
    private final boolean italic;

    Font(String file, int weight, boolean italic) {
        this.file = file;
        this.weight = weight;
        this.italic = italic;
    }

    int weight() {
        return weight;
    }

    boolean isItalic() {
        return italic;
    }

    InputStream open() {
        return Font.class.getResourceAsStream("/fonts/Tinos/" + file + ".ttf");
    }
}
