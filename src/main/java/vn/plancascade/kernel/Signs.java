package vn.plancascade.kernel;

import java.text.Normalizer;

/** Which code points of Unicode a text is to hold as another, or not at all. */
final class Signs {

    private Signs() {}

    /** Braille's blank is a sign to Unicode; on paper it is nothing but room. */
    static boolean isBlank(int sign) {
        return Character.getType(sign) == Character.SPACE_SEPARATOR || sign == 0x2800;
    }

    static boolean isLineEnd(int sign) {
        return sign == 0x85 || sign == 0x2028 || sign == 0x2029;
    }

    /** The one that stands for those which look like it. */
    static int ordinary(int sign) {
        if (sign >= 0xFF01 && sign <= 0xFF5E) {
            return sign - 0xFF00 + 0x20;
        }
        return switch (sign) {
            // Eth, and the African D, which look like it.
            case 0xD0, 0x189 -> 'Đ';
            case 0xF0 -> 'đ';
            case 0x2010, 0x2011, 0xFE63, 0xF02D -> '-';
            // Word's bullets, in its fonts of symbols: elsewhere these places mean nothing.
            case 0xF0B7, 0xF06C -> '•';
            case 0xF0A7, 0xF06E -> '▪';
            case 0xF06F, 0xF071, 0xF0A8 -> '□';
            case 0xF0D8 -> '➢';
            case 0xF076 -> '❖';
            case 0xF0E0 -> '→';
            case 0xF0FC -> '✓';
            case 0xF0FE -> '☑';
            default -> sign;
        };
    }

    /** Numbers in a circle, in brackets or with a full stop, of any of the kinds that Word offers. */
    static boolean isEnclosed(int sign) {
        return sign >= 0x2460 && sign <= 0x249B
                || sign >= 0x24EA && sign <= 0x24FF
                || sign >= 0x2776 && sign <= 0x2793
                || sign >= 0x3251 && sign <= 0x325F
                || sign >= 0x32B1 && sign <= 0x32BF;
    }

    /** Such a number as it is typed. */
    static String typed(int enclosed) {
        return enclosed >= 0x2474 && enclosed <= 0x249B
                // Compatibility says (1) and 1. already.
                ? Normalizer.normalize(Character.toString(enclosed), Normalizer.Form.NFKC)
                : "(" + Character.getNumericValue(enclosed) + ")";
    }

    /** What nobody can see (Default_Ignorable_Code_Point). */
    static boolean isInvisible(int sign) {
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
