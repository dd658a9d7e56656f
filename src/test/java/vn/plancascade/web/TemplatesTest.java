package vn.plancascade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:\\s+[\\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)+");

    /** Thymeleaf replaces before it asks: whatever is only for some would be there for all. */
    @Test
    void noConditionStandsOnATagThatIsReplaced() throws IOException {
        List<String> lost = new ArrayList<>();
        int tags = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                Matcher tag = TAG.matcher(Files.readString(file));
                while (tag.find()) {
                    tags++;
                    if (tag.group().contains(" th:replace=") && tag.group().matches("(?s).* th:(if|unless)=.*")) {
                        lost.add(file.getFileName() + ": " + tag.group());
                    }
                }
            }
        }
        assertThat(tags).isGreaterThan(1000);
        assertThat(lost).isEmpty();
    }

    /** Such fields are shown as the browser's language has it: 3 April as 04/03. */
    @Test
    void daysAndTimesAreTypedAsTextWhateverTheBrowser() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("type=\"(date|time|datetime-local|month|week)\"");
            }
        }
    }
}
