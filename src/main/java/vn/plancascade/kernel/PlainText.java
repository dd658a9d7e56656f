package vn.plancascade.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one form in which the product keeps what people type, paste and send: whatever comes in goes through here, so that
 * what looks the same is the same.
 *
 * <p>NFC; every blank of Unicode an ordinary one, never two, none at the ends; nothing that cannot be seen (Unicode's
 * Default_Ignorable_Code_Point: zero widths, soft hyphens, byte-order marks, marks of direction); the Icelandic eth, which
 * old keyboards put for it, as Đ; the hyphens of Word as hyphens; letters and digits of full width as ordinary ones; ① as (1).
 * Passwords do not go through here.
 */
public final class PlainText {

    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern LINES = Pattern.compile("[ \\t\\r\\n]+");

    private PlainText() {}

    /** The text as it is kept, its lines ended by a line feed, its tabs as they are; null for null. */
    public static String of(String typed) {
        if (typed == null || isPlain(typed)) {
            return typed;
        }
        StringBuilder text = new StringBuilder(typed.length());
        typed.codePoints().forEach(sign -> append(text, sign));
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    /** The same on one line: breaks and tabs are blanks too. */
    public static String line(String typed) {
        String text = of(typed);
        return text == null ? null : LINES.matcher(text).replaceAll(" ");
    }

    /**
     * Whether there is something in it that no text holds and no document can print: control characters other than breaks
     * and tabs, halves of characters, code points that stand for nothing. Such text is refused and not mended.
     */
    public static boolean isBroken(String text) {
        return text != null && text.codePoints().anyMatch(PlainText::isBroken);
    }

    private static boolean isBroken(int sign) {
        return Character.isISOControl(sign)
                ? sign != '\n' && sign != '\r' && sign != '\t'
                : Character.getType(sign) == Character.SURROGATE || (sign & 0xFFFE) == 0xFFFE;
    }

    /** Most of what comes in needs nothing done. */
    private static boolean isPlain(String typed) {
        int last = typed.length() - 1;
        char before = ' ';
        for (int i = 0; i <= last; i++) {
            char letter = typed.charAt(i);
            if (letter > '~' || letter < ' ' || letter == ' ' && (before == ' ' || i == last)) {
                return false;
            }
            before = letter;
        }
        return true;
    }

    private static void append(StringBuilder text, int sign) {
        if (sign < 0x7F) {
            text.append((char) sign);
        } else if (Signs.isBlank(sign)) {
            text.append(' ');
        } else if (Signs.isLineEnd(sign)) {
            text.append('\n');
        } else if (Signs.isEnclosed(sign)) {
            text.append(Signs.typed(sign));
        } else if (!Signs.isInvisible(sign)) {
            text.appendCodePoint(Signs.ordinary(sign));
        }
    }
}
