package vn.plancascade.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which letter stands for which when text is searched. The databases keep a column folded by the same table beside each
 * name that is searched; its two lines stand in {@code db/changelog.xml}, and a test compares them with this.
 */
final class Folding {

    /** Letters with marks of Vietnamese, of the languages of the highlands (č, ĕ, ŏ) and of western Europe. */
    static final String LETTERS =
            "\u00D0\u00F0\u0110\u0111\u0189\u0243\u0180\u2018\u2019\u02BC\u2013\u2014" + precomposed();

    static final String PLAIN = "DdDdDBb'''--"
            + precomposed()
                    .chars()
                    .mapToObj(letter -> apart(letter).substring(0, 1))
                    .collect(Collectors.joining());

    /** Marks that stand by themselves, in rows that are older than the rule that text is kept composed. */
    static final String DROPPED =
            "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u031B\u0323\u0327\u0328";

    private static final char[] PLAIN_OF = new char[0x2020];

    static {
        for (char letter = 0; letter < PLAIN_OF.length; letter++) {
            int place = LETTERS.indexOf(letter);
            PLAIN_OF[letter] = place < 0 ? letter : PLAIN.charAt(place);
        }
    }

    private Folding() {}

    static String of(String line) {
        StringBuilder folded = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (DROPPED.indexOf(letter) < 0) {
                folded.append(letter < PLAIN_OF.length ? PLAIN_OF[letter] : letter);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static String precomposed() {
        return Stream.of(
                        IntStream.rangeClosed(0xC0, 0x17F),
                        IntStream.rangeClosed(0x1A0, 0x1B0),
                        IntStream.rangeClosed(0x1EA0, 0x1EF9))
                .flatMapToInt(range -> range)
                .filter(letter -> apart(letter).matches("[A-Za-z]\\p{Mn}+"))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String apart(int letter) {
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
    }
}
