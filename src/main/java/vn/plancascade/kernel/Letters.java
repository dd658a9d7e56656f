package vn.plancascade.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Which signs the product can print: those of the font of its documents, and those of the font that stands in where the
 * first has none. What neither has would be a box on paper, and is refused where it comes in.
 */
public final class Letters {

    /** Tinos, as wide as Times New Roman letter by letter. */
    public static final String FONT = "/fonts/Tinos/Tinos-Regular.ttf";

    /** DejaVu Sans: ticks, boxes, arrows, stars and what else Word's menus offer. */
    public static final String FALLBACK = "/fonts/DejaVu/DejaVuSans.ttf";

    private static final BitSet OF_FONT = of(FONT);
    private static final BitSet OF_FALLBACK = of(FALLBACK);

    private Letters() {}

    /** The first sign of the text that cannot be printed, as it is shown to a person; empty where all can. */
    public static Optional<String> unprintable(String text) {
        return text == null
                ? Optional.empty()
                : text.codePoints()
                        .filter(sign -> !isPrintable(sign))
                        .mapToObj(sign -> "%s (U+%04X)".formatted(Character.toString(sign), sign))
                        .findFirst();
    }

    /** What is said of a field whose text holds such a sign. */
    public static Optional<Violation> refusal(String field, String text) {
        return unprintable(text).map(sign -> new Violation(field, "unprintable", sign));
    }

    public static boolean isPrintable(int sign) {
        return Character.isISOControl(sign) || OF_FONT.get(sign) || OF_FALLBACK.get(sign);
    }

    /** Whether it takes the font that stands in. */
    public static boolean needsFallback(String text) {
        return text.codePoints().anyMatch(sign -> !OF_FONT.get(sign) && OF_FALLBACK.get(sign));
    }

    private static BitSet of(String font) {
        try (InputStream content = Letters.class.getResourceAsStream(font);
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(content))) {
            CmapLookup glyphs = parsed.getUnicodeCmapLookup();
            BitSet signs = new BitSet(Character.MAX_CODE_POINT);
            for (int sign = ' '; sign <= 0x1FFFF; sign++) {
                signs.set(sign, glyphs.getGlyphId(sign) != 0);
            }
            return signs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
