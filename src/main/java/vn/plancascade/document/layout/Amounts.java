package vn.plancascade.document.layout;

import java.util.regex.Pattern;

/** Amounts whose thousands stand apart, such as 1 250 000, and a day with the dash after it: they are one word. */
final class Amounts {

    private static final char TOGETHER = '\u00A0';

    private static final Pattern WITHIN = Pattern.compile("(?<=\\d)[ \u00A0](?=\\d{3}(?!\\d)|[–-] )");

    private Amounts() {}

    /** With blanks at which no line ends. */
    static String kept(String text) {
        return WITHIN.matcher(text).replaceAll(String.valueOf(TOGETHER));
    }

    /** With ordinary blanks, so that the text that is copied out of a page is the text that was typed. */
    static String typed(String text) {
        return WITHIN.matcher(text).replaceAll(" ");
    }

    /** Whether a blank between these two pieces of text stands within an amount. */
    static boolean holds(String text, int blank) {
        return WITHIN.matcher(text)
                .region(blank, Math.min(text.length(), blank + 1))
                .useTransparentBounds(true)
                .matches();
    }
}
