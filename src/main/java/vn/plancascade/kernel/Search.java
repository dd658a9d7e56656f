package vn.plancascade.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody typed to find something by, as a condition of a statement; the one way in which lists are searched. */
public final class Search {

    /** What finds everything. */
    public static final String ANYTHING = "true";

    private Search() {}

    /**
     * That each word that was typed is in one of the columns, in whatever order, without regard to case and marks. All that
     * was typed is literal.
     *
     * @param params takes the words
     * @param typed null or blank finds everything
     * @param columns folded ones ({@code name_folded}), or codes, logins and addresses in small letters
     */
    public static String condition(Map<String, Object> params, String typed, String... columns) {
        List<String> words = Arrays.stream(Names.folded(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        for (int i = 0; i < words.size(); i++) {
            params.put("word" + i, Rows.containing(words.get(i)));
        }
        return words.isEmpty()
                ? ANYTHING
                : words.stream()
                        .map(word -> inOneOf(columns, "word" + words.indexOf(word)))
                        .collect(Collectors.joining(" and "));
    }

    private static String inOneOf(String[] columns, String word) {
        return Arrays.stream(columns)
                .map(column -> column + " like :" + word + " escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
