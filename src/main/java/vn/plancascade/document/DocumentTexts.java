package vn.plancascade.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The sentences of the product's documents, which are Vietnamese whoever reads them. They stand in
 * {@code templates/document/texts.properties}, each with named placeholders such as <code>${donVi}</code>. What a kind of
 * document does not say in its own way it says as all do: {@code subPlan.type}, else {@code type}. A deployment puts its own
 * wording in the place of single sentences with a file of the same form.
 */
@Component
public class DocumentTexts {

    static final String SETTING = "plan-cascade.document-texts";
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final Properties texts;

    /**
     * @param own a deployment's own wording, in UTF-8; null for none
     * @throws IllegalStateException if it names a sentence that there is not, has a placeholder that the sentence does not
     *     know, or another number of columns
     */
    DocumentTexts(@Value("${" + SETTING + ":#{null}}") Resource own) {
        texts = read(new ClassPathResource("templates/document/texts.properties"));
        if (own != null) {
            Properties changed = read(own);
            OwnSentences check = new OwnSentences(texts);
            changed.stringPropertyNames().forEach(key -> check.check(key, changed.getProperty(key)));
            texts.putAll(changed);
        }
    }

    private static Properties read(Resource file) {
        Properties texts = new Properties();
        try (InputStream in = file.getInputStream()) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SETTING + ": " + file, unreadable);
        }
        return texts;
    }

    /**
     * A sentence.
     *
     * @param values names of placeholders and what stands there, by turns; null is nothing
     * @throws IllegalArgumentException if there is no such sentence, or it has a placeholder that is not among the values
     */
    public String of(DocumentKind kind, String key, Object... values) {
        return filled(kind + "." + key, found(kind, key), values);
    }

    /** The sentence for a special case, such as a kind of unit; the general one where there is none. */
    public String special(DocumentKind kind, String key, Enum<?> special, Object... values) {
        String text = text(kind, key + "." + special.name());
        return filled(kind + "." + key, text == null ? found(kind, key) : text, values);
    }

    /** Texts that belong together, such as the heads of a table's columns; they stand in one line with bars between them. */
    public List<String> list(DocumentKind kind, String key) {
        return columns(found(kind, key));
    }

    static List<String> columns(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    }

    private String found(DocumentKind kind, String key) {
        String text = text(kind, key);
        if (text == null) {
            throw new IllegalArgumentException("No sentence is called " + kind + "." + key);
        }
        return text;
    }

    private String text(DocumentKind kind, String key) {
        return texts.getProperty(kind + "." + key, texts.getProperty(key));
    }

    private static String filled(String name, String text, Object... values) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            known.put(values[i].toString(), values[i + 1] == null ? "" : values[i + 1].toString());
        }
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = known.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException(name + " knows no " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
