package vn.plancascade.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Vietnamese text of before Unicode (TCVN 5712 as of the .Vn fonts, VNI as of the VNI- fonts), or UTF-8 read as Windows-1252:
 * found by whether its words are Vietnamese syllables when they are read so, and are none as they stand.
 */
public final class OldLetters {

    private static final Pattern WORDS = Pattern.compile("[\\s,.;:()/\"“”'’-]+");
    private static final Pattern VIETNAMESE = Pattern.compile("[\\u1EA0-\\u1EF9ĂăĐđĨĩŨũƠơƯư]");
    private static final Pattern TWICE_ENCODED =
            Pattern.compile("á[º»]|Ä[\\u0090\\u2018‘]|Æ[°¯]|Ã[\\u00A0-\\u00BF\\u0080-\\u009F]|Â[ -¿]");
    private static final Pattern WITHOUT_TONES = Pattern.compile(
            "\\b(bô y tê|sơ y tê|sô y tê|(trung tâm|tram) y tê|bênh viên)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, String> WITH_TONES = Map.of(
            "bô y tê", "bộ y tế",
            "sơ y tê", "sở y tế",
            "sô y tê", "sở y tế",
            "trung tâm y tê", "trung tâm y tế",
            "tram y tê", "trạm y tế",
            "bênh viên", "bệnh viện");

    private static final Pattern SYLLABLE = Pattern.compile("(ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
            // Vowels that end the syllable, and those that a consonant may follow.
            + "((iêu|yêu|ươi|ươu|uôi|uya|uyu|oai|oao|oay|oeo|uây|uêu|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu)"
            + "|(uyê|iê|yê|uô|ươ|oa|oă|oe|uê|uy|uâ|uơ|oo|ôô|[aăâeêioôơuưy])(ch|ng|nh|[cmnpt])?)");

    private static final Map<Character, Character> TCVN3 = pairs(
            "µà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéĐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöửïù÷ữøứùựúỳûỷüỹýýþỵ"
                    + "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00ADư®đ");
    private static final Map<Character, Character> VNI_ALONE = pairs("ììííæỉóĩòịîỵñđôơöưÌÌÍÍÆỈÓĨÒỊÎỴÑĐÔƠÖƯ");
    private static final Map<Character, String> VNI_MARKS = marks();

    private OldLetters() {}

    /** What the text would read as in Unicode; empty where it is Unicode already. Text is to come as it was typed. */
    public static Optional<String> unicodeOf(String typed) {
        if (typed == null || typed.chars().allMatch(letter -> letter < 0x80)) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        if (WITHOUT_TONES.matcher(text).find()) {
            return Optional.of(withTones(text));
        }
        if (TWICE_ENCODED.matcher(text).find()) {
            Optional<String> once = decodedOnce(text);
            if (once.isPresent()) {
                return once;
            }
        }
        if (VIETNAMESE.matcher(text.replace("Đ", "")).find()) {
            return Optional.empty();
        }
        return Stream.<UnaryOperator<String>>of(OldLetters::ofVni, OldLetters::ofTcvn3)
                .filter(reading -> isOld(text, reading))
                .findFirst()
                .map(reading -> reading.apply(text));
    }

    /** Every word with a sign beyond ASCII reads well, and at least one of them is no word as it stands. */
    private static boolean isOld(String text, UnaryOperator<String> reading) {
        boolean any = false;
        for (String word : WORDS.split(text)) {
            if (word.chars().allMatch(letter -> letter < 0x80)) {
                continue;
            }
            if (!isSyllable(reading.apply(word))) {
                return false;
            }
            any |= !isSyllable(word);
        }
        return any;
    }

    private static boolean isSyllable(String word) {
        boolean mixed = !word.equals(word.toUpperCase(Locale.ROOT))
                && !word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String bare = apart.replaceFirst("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
        return !mixed
                && SYLLABLE.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC))
                        .matches();
    }

    /** A word that is in capitals but for its old letters was in capitals altogether: the capital fonts had them alike. */
    private static String ofTcvn3(String text) {
        StringBuilder read = new StringBuilder(text.length());
        text.chars().forEach(letter -> read.append(TCVN3.getOrDefault((char) letter, (char) letter)));
        return inCapitals(read.toString());
    }

    private static String inCapitals(String text) {
        String ascii = text.replaceAll("[^A-Za-z]", "");
        return ascii.length() > 1 && ascii.equals(ascii.toUpperCase(Locale.ROOT))
                ? text.toUpperCase(Locale.ROOT)
                : text;
    }

    private static String ofVni(String text) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char base = VNI_ALONE.getOrDefault(letter, letter);
            String mark = i + 1 < text.length() && "aeouyôöAEOUYÔÖ".indexOf(letter) >= 0
                    ? VNI_MARKS.get(Character.toLowerCase(text.charAt(i + 1)))
                    : null;
            boolean wide = mark != null && mark.length() > 1 && "aeoAEO".indexOf(letter) < 0;
            if (mark == null || wide) {
                read.append(base);
            } else {
                read.append(Normalizer.normalize(base + mark, Normalizer.Form.NFC));
                i++;
            }
        }
        return read.toString();
    }

    private static String withTones(String text) {
        return WITHOUT_TONES.matcher(text).replaceAll(found -> {
            String known = WITH_TONES.get(found.group().toLowerCase(Locale.ROOT));
            return found.group().equals(found.group().toUpperCase(Locale.ROOT))
                    ? known.toUpperCase(Locale.ROOT)
                    : found.group().substring(0, 1) + known.substring(1);
        });
    }

    private static Optional<String> decodedOnce(String text) {
        try {
            ByteBuffer bytes = Charset.forName("windows-1252").newEncoder().encode(CharBuffer.wrap(text));
            String read = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return read.equals(text) ? Optional.empty() : Optional.of(read);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static Map<Character, Character> pairs(String pairs) {
        Map<Character, Character> table = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            table.putIfAbsent(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return Map.copyOf(table);
    }

    /** What a vowel gets by the sign behind it, as combining marks: a tone, or a circumflex or breve with one. */
    private static Map<Character, String> marks() {
        Map<Character, String> marks = new HashMap<>();
        String tones = "\u0301\u0300\u0309\u0303\u0323";
        for (int i = 0; i < tones.length(); i++) {
            String tone = tones.substring(i, i + 1);
            marks.put("ùøûõï".charAt(i), tone);
            marks.put("áàåãä".charAt(i), "\u0302" + tone);
            marks.put("éèúüë".charAt(i), "\u0306" + tone);
        }
        marks.put('â', "\u0302");
        marks.put('ê', "\u0306");
        return Map.copyOf(marks);
    }
}
