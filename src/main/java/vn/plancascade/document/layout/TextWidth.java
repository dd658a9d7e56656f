package vn.plancascade.document.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How long a line of text is in the documents' font. */
final class TextWidth {

    private static final TrueTypeFont REGULAR = font(Font.REGULAR);
    private static final TrueTypeFont BOLD = font(Font.BOLD);
    private static final TrueTypeFont FALLBACK = font(Font.FALLBACK);

    private TextWidth() {}

    /** In points. */
    static double of(String text, double size, boolean bold) {
        TrueTypeFont font = bold ? BOLD : REGULAR;
        try {
            double width = 0;
            for (int letter : text.codePoints().toArray()) {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(letter);
                TrueTypeFont bearer = glyph == 0 ? FALLBACK : font;
                int shown = glyph == 0 ? FALLBACK.getUnicodeCmapLookup().getGlyphId(letter) : glyph;
                width += size * bearer.getAdvanceWidth(shown) / bearer.getUnitsPerEm();
            }
            return width;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TrueTypeFont font(Font font) {
        try (InputStream content = font.open()) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(content));
            // Read now, while nobody else reads: the parser is not made for several at once.
            parsed.getUnicodeCmapLookup();
            parsed.getAdvanceWidth(0);
            return parsed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
