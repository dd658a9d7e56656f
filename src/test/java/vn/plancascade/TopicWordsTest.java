package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan's topic is data: neither code nor texts, forms, models or layouts know what this year's is about. */
@Tag("quick")
class TopicWordsTest {

    private static final Pattern TOPIC = Pattern.compile(
            "138/CP|BCĐ138|vanphong138|buôn người|buôn bán người|mua bán người|tội phạm|tố giác|nạn nhân|khởi tố|ma túy|an ninh trật tự"
                    + "|traffick|victims?\\b|crimes?\\b|criminal|\\bPCTP|\\bPCMBN|360/KH|331/KH",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/main/resources"), Path.of("processes"), Path.of("forms"));

    /** Where a plan, its units and its people are invented: the sample, and the demo that loads it. */
    private static final List<Path> SAMPLES =
            List.of(Path.of("src/main/resources/sample"), Path.of("src/main/java/vn/plancascade/demo"));

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|properties|xml|html|txt|sql|ya?ml|json|form|bpmn|dmn)");

    @Test
    void nothingOutsideTheSampleIsAboutOneTopic() throws IOException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Path file : files()) {
            looked++;
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (TOPIC.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        }
        assertThat(looked).isGreaterThan(300);
        assertThat(found).isEmpty();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> TEXT.matcher(file.toString()).matches())
                        .filter(file -> SAMPLES.stream().noneMatch(file::startsWith))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
