package vn.plancascade.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Texts as pages can show them: in NFC, and without what no page can show. */
final class Printable {

    private static final Pattern BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private Printable() {}

    /** Those that are there. */
    static List<String> of(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).map(Printable::of).toList();
    }

    /** On one line, without control characters, marks of direction, halves of characters; blank for null. */
    static String of(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                        .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                        .strip();
    }

    /** The same with the lines that somebody typed, and at most one empty one between two of them. */
    static String lines(String text) {
        if (text == null) {
            return "";
        }
        List<String> lines = BREAK.splitAsStream(text).map(line -> of(line)).toList();
        return EMPTY_LINES.matcher(String.join("\n", lines)).replaceAll("\n\n").strip();
    }
}
