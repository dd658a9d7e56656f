package vn.plancascade.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;

/** Texts as pages can show them: in NFC, and without what no page can show. */
final class Printable {

    private Printable() {}

    /** Those that are there. */
    static List<String> of(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).map(Printable::of).toList();
    }

    /** Without control characters, marks of direction, halves of characters; blank for null. */
    static String of(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                        .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                        .strip();
    }
}
