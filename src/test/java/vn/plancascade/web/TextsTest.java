package vn.plancascade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.DutyActions;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.followup.Chasing;
import vn.plancascade.followup.LetterState;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent.Condition;
import vn.plancascade.plan.PlanState;
import vn.plancascade.request.RequestState;

/** Nothing that a person reads is missing in either language. */
@Tag("quick")
class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void translationsAreComplete() {
        Set<String> vietnamese = new TreeSet<>(texts("messages.properties").stringPropertyNames());

        assertThat(texts("messages_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese);
        assertThat(vietnamese)
                .containsAll(keysInTemplates())
                .containsAll(keysInCode())
                .containsAll(keysOfValues());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyTextIsThereOnceAndIsNotEmpty(String file) throws IOException {
        List<String> keys = Files.readAllLines(RESOURCES.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(texts(file).values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @Test
    void everyTextOfTasklistIsThereInVietnamese() throws IOException {
        String locales = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        var english = json.readTree(new org.springframework.core.io.ClassPathResource(locales + "en.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\uFEFF", ""));
        var vietnamese = json.readTree(RESOURCES.resolve(locales + "vi.json").toFile());
        for (String part : List.of("labels", "dateLocales")) {
            assertThat(vietnamese.get(part).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(() -> english.get(part).fieldNames());
        }
        assertThat(vietnamese.get("labels"))
                .allSatisfy(text -> assertThat(text.asText()).isNotEmpty());
    }

    @Test
    void everyTextOfEveryFormHasATranslation() throws IOException {
        Set<String> shown = new TreeSet<>();
        found(
                        Path.of("forms"),
                        ".form",
                        Pattern.compile(
                                "\"(?:label|dateLabel|description|text|suffixAdorner)\": (\"(?:[^\"\\\\]|\\\\.)*\")"))
                .forEach(shown::add);
        Set<String> translated = new TreeSet<>();
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        json.readTree(Path.of("forms/en.json").toFile())
                .fieldNames()
                .forEachRemaining(text ->
                        translated.add(json.getNodeFactory().textNode(text).toString()));
        assertThat(shown).isNotEmpty();
        assertThat(translated).containsExactlyInAnyOrderElementsOf(shown);
    }

    private static Set<String> keysInTemplates() {
        Set<String> keys = found(RESOURCES.resolve("templates"), ".html", Pattern.compile("#\\{([\\w.]+\\w)"));
        keys.addAll(found(
                RESOURCES.resolve("templates"), ".html", Pattern.compile("msg(?:OrNull)?\\('([\\w.]+\\w)'(?! *\\+)")));
        return keys;
    }

    private static Set<String> keysInCode() {
        Set<String> keys = found(SOURCES, ".java", Pattern.compile("texts\\.of\\(\\s*\"([\\w.]+\\w)\""));
        found(SOURCES, ".java", Pattern.compile("new (?:NotFound|NotAllowed|Conflict)\\(\"([\\w.]+)\""))
                .forEach(code -> keys.add("problem." + code));
        found(
                        SOURCES,
                        ".java",
                        Pattern.compile("new (?:InvalidInput|Violation)\\([^;\"]*?(?:\"[^\"]*\"|null), \"([\\w.]+)\""))
                .forEach(code -> keys.add("problem." + code));
        return keys;
    }

    private static Set<String> keysOfValues() {
        Set<String> keys = new TreeSet<>();
        add(keys, "state.", ObligationState.values());
        add(keys, "planState.", PlanState.values());
        add(keys, "unitKind.", UnitKind.values());
        add(keys, "dutyKind.", DutyKind.values());
        add(keys, "role.", Role.values());
        add(keys, "page.bound.", Bound.values());
        add(keys, "page.condition.", Condition.values());
        add(keys, "page.weekday.", java.time.DayOfWeek.values());
        add(keys, "letterState.", LetterState.values());
        add(keys, "batch.letters.", Chasing.Letters.values());
        for (Rung rung : EnumSet.complementOf(EnumSet.of(Rung.ESC_FOCAL, Rung.CHASE_LETTER))) {
            keys.addAll(List.of(
                    "mail.heading." + rung, "mail.rung." + rung + ".subject", "mail.rung." + rung + ".opening"));
        }
        add(keys, "event.", DutyStep.values());
        add(keys, "event.", DutyNote.values());
        add(keys, "reason.", DutyReason.values());
        add(keys, "act.", ActWord.values());
        add(keys, "requestState.", RequestState.values());
        add(keys, "batch.act.", DutyAct.values());
        add(keys, "batch.state.", DutyActions.State.values());
        found(Path.of("processes"), ".bpmn", Pattern.compile("userTask id=\"(\\w+)\""))
                .forEach(id -> keys.add("task." + id));
        return keys;
    }

    private static void add(Set<String> keys, String prefix, Enum<?>[] values) {
        for (Enum<?> value : values) {
            keys.add(prefix + value.name());
        }
    }

    private static Set<String> found(Path root, String suffix, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        for (Path file : files(root, suffix)) {
            Matcher matcher = pattern.matcher(read(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<Path> files(Path root, String suffix) {
        try (Stream<Path> files = Files.walk(root)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(suffix)).toList());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (InputStream in = Files.newInputStream(RESOURCES.resolve(file));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return texts;
    }
}
