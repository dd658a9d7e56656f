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
        } else if (isBlank(sign)) {
            text.append(' ');
        } else if (isLineEnd(sign)) {
            text.append('\n');
        } else if (isEnclosed(sign)) {
            enclosed(text, sign);
        } else if (!isInvisible(sign)) {
            text.appendCodePoint(ordinary(sign));
        }
    }

    /** Braille's blank is a sign to Unicode; on paper it is nothing but room. */
    private static boolean isBlank(int sign) {
        return Character.getType(sign) == Character.SPACE_SEPARATOR || sign == 0x2800;
    }

    private static boolean isLineEnd(int sign) {
        return sign == 0x85 || sign == 0x2028 || sign == 0x2029;
    }

    private static int ordinary(int sign) {
        if (sign >= 0xFF01 && sign <= 0xFF5E) {
            return sign - 0xFF00 + 0x20;
        }
        return switch (sign) {
            // Eth, and the African D, which look like it.
            case 0xD0, 0x189 -> 'Đ';
            case 0xF0 -> 'đ';
            case 0x2010, 0x2011, 0xFE63 -> '-';
            default -> sign;
        };
    }

    /** Numbers in a circle, in brackets or with a full stop, of any of the kinds that Word offers. */
    private static boolean isEnclosed(int sign) {
        return sign >= 0x2460 && sign <= 0x249B
                || sign >= 0x24EA && sign <= 0x24FF
                || sign >= 0x2776 && sign <= 0x2793
                || sign >= 0x3251 && sign <= 0x325F
                || sign >= 0x32B1 && sign <= 0x32BF;
    }

    private static void enclosed(StringBuilder text, int sign) {
        if (sign >= 0x2474 && sign <= 0x249B) {
            // Compatibility says (1) and 1. already.
            text.append(Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC));
        } else {
            text.append('(').append((int) Character.getNumericValue(sign)).append(')');
        }
    }

    private static boolean isInvisible(int sign) {
        return switch (sign) {
            case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                sign >= 0x180B && sign <= 0x180F
                        || sign >= 0x200B && sign <= 0x200F
                        || sign >= 0x202A && sign <= 0x202E
                        || sign >= 0x2060 && sign <= 0x206F
                        || sign >= 0xFE00 && sign <= 0xFE0F
                        || sign >= 0xFFF0 && sign <= 0xFFFB
                        || sign >= 0x1BCA0 && sign <= 0x1BCA3
                        || sign >= 0x1D173 && sign <= 0x1D17A
                        || sign >= 0xE0000 && sign <= 0xE0FFF;
        };
    }
}
