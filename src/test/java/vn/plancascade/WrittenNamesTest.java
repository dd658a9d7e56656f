package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for developers call by a name is there under this name. */
@Tag("quick")
class WrittenNamesTest {

    /** A class, alone or with one of its members or tests behind it; what ends in a star is a family. */
    private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z0-9]+)+)(?:[.#]\\w+)?`");

    private static final Pattern MEMBER = Pattern.compile("`((?:[A-Z][a-z0-9]+)+)\\.(\\w+)`");

    private static final Pattern RUN = Pattern.compile("-Dtest='?((?:[A-Z][A-Za-z0-9]+)Test)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md"})
    void classesAndTheirMembersAreThere(String page) throws IOException {
        String text = Files.readString(Path.of(page));
        Set<String> written = new TreeSet<>(found(CLASS, text));
        written.addAll(found(RUN, text));
        Set<String> there = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(there).containsAll(written);
        for (MatchResult member : MEMBER.matcher(text).results().toList()) {
            Path source = sources()
                    .filter(file -> file.endsWith(member.group(1) + ".java"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(source)).as(member.group()).containsPattern("\\b" + member.group(2) + "\\b");
        }
        if (page.equals("CONTRIBUTING.md")) {
            assertThat(written).hasSizeGreaterThan(20);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }
}
