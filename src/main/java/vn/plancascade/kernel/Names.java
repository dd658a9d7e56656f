package vn.plancascade.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Vietnamese text in one form, so that the same name typed on two machines is the same name. */
public final class Names {

    private Names() {}

    /** The text in NFC, without blanks around it; null where nothing is left. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String trimmed = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The text on one line, without control characters: safe in a header, a subject or a file's name; never null. */
    public static String line(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                        .strip();
    }

    /** With a small first letter, to go on within a sentence; empty for null. */
    public static String lowered(String text) {
        return text == null || text.isEmpty()
                ? ""
                : text.substring(0, 1).toLowerCase(Locale.forLanguageTag("vi")) + text.substring(1);
    }
}
