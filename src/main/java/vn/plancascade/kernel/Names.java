package vn.plancascade.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Vietnamese text in one form, so that the same name typed on two machines is the same name. */
public final class Names {

    private Names() {}

    /** The text as {@link PlainText} has it; null where nothing is left. */
    public static String clean(String text) {
        String plain = PlainText.of(text);
        return plain == null || plain.isEmpty() ? null : plain;
    }

    /** The same on one line, as names and cells of sheets have it. */
    public static String cleanLine(String text) {
        String line = PlainText.line(text);
        return line == null || line.isEmpty() ? null : line;
    }

    /** The text as it is compared and searched: on one line, in small letters without marks, đ as d; empty for null. */
    public static String folded(String text) {
        String line = PlainText.line(text);
        return line == null ? "" : Folding.of(line);
    }

    /** A unit's code as it is kept, in capitals, however it was typed; null where nothing is left. */
    public static String code(String text) {
        String plain = clean(text);
        return plain == null ? null : plain.toUpperCase(Locale.ROOT);
    }

    /** What is typed as several codes, with blanks, commas, semicolons or lines between them. */
    public static List<String> listed(String text) {
        String plain = clean(text);
        return plain == null
                ? List.of()
                : Arrays.stream(plain.split("[\\s,;]+"))
                        .filter(each -> !each.isEmpty())
                        .toList();
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
