package vn.plancascade.identity.login;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.InvalidInput;

/**
 * What a new password must be: long, and not one that is guessed first. No classes of characters are asked for and none is
 * forbidden (OWASP ASVS 5.0, 6.2).
 */
@Component
public class PasswordPolicy {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /** What a guesser with a list of common passwords gets through within a day of patient tries. */
    private static final double TOO_FEW_GUESSES = 1e7;

    /** What people here begin with; nbvcxz brings the common passwords and names of the rest of the world. */
    private static final List<String> COMMON_HERE = List.of(
            "matkhau",
            "matkhaucuatoi",
            "xinchao",
            "anhyeuem",
            "emyeuanh",
            "vietnam",
            "hanoi",
            "saigon",
            "hochiminh",
            "boyte",
            "soyte",
            "benhvien",
            "trungtamyte",
            "thanhtra",
            "kehoach",
            "giamdoc",
            "vanthu",
            "quantri",
            "plancascade");

    private static final int ESTIMATED_LENGTH = 40;

    /** A shorter piece is found by whoever tries pieces and repeats them. */
    private static final int LEAST_REPEATED = 10;

    /**
     * @param about what belongs to the person: login, name, address
     * @throws InvalidInput on {@code password}, saying what is wrong
     */
    public void check(String password, String... about) {
        if (password == null || password.isBlank()) {
            throw new InvalidInput("password", "required");
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new InvalidInput("password", "password.tooShort", SHORTEST);
        }
        if (length > LONGEST) {
            throw new InvalidInput("password", "tooLong", LONGEST);
        }
        String once = once(plain(password));
        if (once.length() < LEAST_REPEATED && once.length() < length) {
            throw new InvalidInput("password", "password.repeated");
        }
        if (isGuessedFirst(once, about)) {
            throw new InvalidInput("password", "password.common");
        }
    }

    /**
     * What a password says before it says it again, where all of it is one piece over and over, be it with a number that
     * counts on: {@code admin0} of {@code admin0admin0admin0}, {@code admin} of {@code admin1admin2admin3}.
     */
    private static String once(String password) {
        String piece = period(password);
        String letters = password.replaceAll("[^a-z]+", "");
        String word = period(letters);
        return piece.length() == password.length() && word.length() < letters.length() ? word : piece;
    }

    /** The shortest beginning that the whole text repeats, perhaps cut off at its end; the text itself where none does. */
    private static String period(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.regionMatches(0, text, length, text.length() - length)) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    private static boolean isGuessedFirst(String password, String... about) {
        List<Dictionary> dictionaries = new ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        DictionaryBuilder own =
                new DictionaryBuilder().setDictionaryName("person").setExclusion(true);
        Stream.of(about)
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(plain(text).split("[^a-z0-9]+")))
                .filter(word -> word.length() > 2)
                .forEach(word -> own.addWord(word, 1));
        dictionaries.add(own.createDictionary());
        DictionaryBuilder here =
                new DictionaryBuilder().setDictionaryName("vietnam").setExclusion(false);
        COMMON_HERE.forEach(word -> here.addWord(word, 1 + COMMON_HERE.indexOf(word)));
        dictionaries.add(here.createDictionary());
        Nbvcxz estimator = new Nbvcxz(
                new ConfigurationBuilder().setDictionaries(dictionaries).createConfiguration());
        // The beginning decides; the estimate takes longer than the text does.
        String shown = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH));
        return estimator.estimate(shown).getGuesses().doubleValue() < TOO_FEW_GUESSES;
    }

    /** Without accents, as lists of common passwords are. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
