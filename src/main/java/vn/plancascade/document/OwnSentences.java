package vn.plancascade.document;

import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for the sentences that a deployment puts in the place of the product's. */
final class OwnSentences {

    /** What is said for one kind of document alone, or for one kind of unit. */
    private static final Pattern KIND = Pattern.compile(
            Arrays.stream(DocumentKind.values()).map(Enum::name).collect(Collectors.joining("|", "^(?:", ")\\.")));

    private static final Pattern SPECIAL = Pattern.compile("\\.[A-Z_]+$");

    private final Properties ours;

    OwnSentences(Properties ours) {
        this.ours = ours;
    }

    /** @throws IllegalStateException as {@link DocumentTexts} says */
    void check(String key, String text) {
        String known = Stream.of(key, SPECIAL.matcher(key).replaceFirst(""))
                .flatMap(name -> Stream.of(name, KIND.matcher(name).replaceFirst("")))
                .map(ours::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(DocumentTexts.SETTING + ": no sentence is called " + key));
        Set<String> unknown = placeholders(text);
        unknown.removeAll(placeholders(known));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(DocumentTexts.SETTING + ": " + key + " knows no " + unknown);
        }
        if (DocumentTexts.columns(text).size() != DocumentTexts.columns(known).size()) {
            throw new IllegalStateException(DocumentTexts.SETTING + ": " + key + " has "
                    + DocumentTexts.columns(known).size() + " columns");
        }
    }

    private static Set<String> placeholders(String text) {
        return DocumentTexts.PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
