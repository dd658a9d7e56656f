package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.document.DocumentKind;

/** Nothing is kept that nobody reads: texts for people, sentences of documents, constants. */
@Tag("quick")
class NothingUnusedTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Map<Path, String> CODE = read(Path.of("src/main/java"), ".java");
    private static final String PAGES =
            String.join("\n", read(RESOURCES.resolve("templates"), ".html").values());
    private static final String MODELS =
            String.join("\n", read(Path.of("processes"), ".bpmn").values());

    private static final List<Pattern> QUOTED = Stream.of(
                    "\"([^\"\\n]*)\"", "'([^'\\n]*)'", "#\\{([\\w.]+)", "\\|([\\w.]+\\.)\\$\\{")
            .map(Pattern::compile)
            .toList();
    private static final Pattern CONSTANT =
            Pattern.compile("(?m)^( *)(private )?.*?static final [\\w<>\\[\\], .?]+ ([A-Z][A-Z0-9_]*) =");

    /** What texts are named by beside our own words: days, statuses, quarters, months, and the calendar's holidays. */
    private static final Pattern NAMED_ELSEWHERE =
            Pattern.compile("[0-9]{3}|Q[1-4]|M(0[1-9]|1[0-2])|NEW_YEAR|UNIFICATION|LABOUR_DAY|"
                    + Arrays.stream(DayOfWeek.values()).map(Enum::name).collect(Collectors.joining("|")));

    @Test
    void everyTextIsReadSomewhere() {
        Set<String> quoted = quoted(String.join("\n", CODE.values()) + PAGES);
        Set<String> words = words(String.join("\n", CODE.values()) + PAGES + MODELS);
        List<String> starts =
                quoted.stream().filter(text -> text.matches("[\\w.]+\\.")).toList();
        assertThat(keys("messages.properties"))
                .hasSizeGreaterThan(900)
                .allSatisfy(key -> assertThat(isRead(key, quoted, words, starts)
                                || key.startsWith("problem.")
                                        && isRead(key.substring("problem.".length()), quoted, words, starts))
                        .as(key)
                        .isTrue());
    }

    /** By its whole name, or by what it begins with and a word of ours behind that. */
    private static boolean isRead(String key, Set<String> quoted, Set<String> words, List<String> starts) {
        return quoted.contains(key)
                || starts.stream()
                        .filter(key::startsWith)
                        .anyMatch(start -> Arrays.stream(
                                        key.substring(start.length()).split("\\."))
                                .allMatch(part -> words.contains(part)
                                        || NAMED_ELSEWHERE.matcher(part).matches()));
    }

    @Test
    void everySentenceOfDocumentsIsWritten() {
        String code = String.join("\n", CODE.values());
        Set<String> quoted = quoted(code);
        Set<String> words = words(code);
        List<String> starts =
                quoted.stream().filter(text -> text.matches("[\\w.]+\\.")).toList();
        String kinds = Arrays.stream(DocumentKind.values()).map(Enum::name).collect(Collectors.joining("|"));
        assertThat(keys("templates/document/texts.properties"))
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> {
                    String general =
                            key.replaceFirst("^(?:" + kinds + ")\\.", "").replaceFirst("\\.[A-Z_]+$", "");
                    int last = general.lastIndexOf('.');
                    boolean ofKind = last > 0
                            && quoted.contains(general.substring(0, last))
                            && words.contains(general.substring(last + 1));
                    assertThat(ofKind || isRead(general, quoted, words, starts))
                            .as(key)
                            .isTrue();
                });
    }

    @Test
    void everyConstantIsUsed() {
        Map<String, Long> uses = CODE.values().stream()
                .flatMap(text -> names(text).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> unused = new ArrayList<>();
        CODE.forEach((file, text) -> {
            List<String> own = names(text);
            for (MatchResult constant : CONSTANT.matcher(text).results().toList()) {
                String name = constant.group(3);
                long used = constant.group(2) == null
                        ? uses.get(name)
                        : own.stream().filter(name::equals).count();
                if (used < 2) {
                    unused.add(file + ": " + name);
                }
            }
        });
        assertThat(unused).isEmpty();
    }

    private static List<String> names(String text) {
        return Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> quoted(String text) {
        return QUOTED.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.split("\\W+")));
    }

    private static Set<String> keys(String file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(file))) {
            texts.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static Map<Path, String> read(Path root, String suffix) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .collect(Collectors.toMap(Function.identity(), NothingUnusedTest::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
