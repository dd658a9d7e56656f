package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nine files of ten are read on two screens, and none is a book. */
@Tag("quick")
class FileSizesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Lines of which nine files of ten have no more. */
    private static final int MOST_OF_NINE_IN_TEN = 130;

    private static final int MOST = 350;

    @Test
    void nineFilesOfTenAreShort() throws IOException {
        Map<Path, Integer> lines = lines();
        assertThat(lines).hasSizeGreaterThan(500);
        List<Path> longOnes = lines.keySet().stream()
                .filter(file -> lines.get(file) > MOST_OF_NINE_IN_TEN)
                .sorted(Comparator.comparing(lines::get))
                .toList();
        assertThat(longOnes)
                .as("files of more than %d lines, the shortest first", MOST_OF_NINE_IN_TEN)
                .hasSizeLessThanOrEqualTo(lines.size() / 10);
    }

    @Test
    void noFileIsABook() throws IOException {
        assertThat(lines()).allSatisfy((file, lines) -> assertThat(lines).isLessThanOrEqualTo(MOST));
    }

    private static Map<Path, Integer> lines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, FileSizesTest::count));
        }
    }

    private static int count(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
