package vn.plancascade.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides are whole, lead nowhere that is not there, and show only what browser tests have seen. */
@Tag("quick")
class GuidesTest {

    private static final Path SOURCES = Path.of("docs/huong-dan");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\((?:docs/huong-dan/)?img/([\\w-]+)\\.png\\)");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/help[^\"]*)\"");

    private final Guides guides = new Guides();

    @Test
    void everyGuideIsServedAndLeadsToWhatIsThere() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md"))
                            .map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            guides.all().stream().map(Guides.Guide::name).toList());
        }
        guides.all().forEach(guide -> {
            assertThat(guide.html()).doesNotContain("href=\"..", ".md\"", "<script");
            Matcher link = LINK.matcher(guide.html());
            while (link.find()) {
                assertThat(isThere(link.group(1)))
                        .as(guide.name() + " leads to " + link.group(1))
                        .isTrue();
            }
        });
    }

    @Test
    void everyPageLeadsToAPartOfAGuideThatIsThere() {
        assertThat(HelpLinks.places())
                .allSatisfy(
                        place -> assertThat(isThere("/help/" + place)).as(place).isTrue());
        HelpLinks links = new HelpLinks();
        assertThat(links.of("/tasks/1")).startsWith("/help/nguoi-soan-thao#");
        assertThat(links.of("/units/SYT-01/record")).startsWith("/help/theo-doi#");
        assertThat(links.of("/khong-co")).isEqualTo("/help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userTask_approveSubPlan",
                "userTask_reviewSubPlan",
                "userTask_issueUnitReport",
                "userTask_draftUnitReport",
                "userTask_followUpOverdue",
                "userTask_decideExtensionByLeader",
                "userTask_draftNationalPlan"
            })
    void everyKindOfTaskLeadsToItsPart(String key) {
        assertThat(new HelpLinks().ofTask(key))
                .hasValueSatisfying(
                        place -> assertThat(isThere(place)).as(place).isTrue());
    }

    /** Pictures are written by {@code PagesTest} with {@code -Dguide.pictures=true}; none is kept that it does not take. */
    @Test
    void everyPictureIsOneThatABrowserTestTakes() throws IOException {
        String test = Files.readString(Path.of("src/test/java/vn/plancascade/monitoring/GuidePictures.java"));
        Set<String> taken = new TreeSet<>();
        Matcher name = Pattern.compile("[A-Z]+\\(\"([a-z-]+)\"").matcher(test);
        while (name.find()) {
            taken.add(name.group(1));
        }
        Set<String> shown = new TreeSet<>();
        for (Path file : texts()) {
            Matcher picture = PICTURE.matcher(Files.readString(file));
            while (picture.find()) {
                shown.add(picture.group(1));
            }
        }
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve("img"))) {
            files.forEach(file -> kept.add(file.getFileName().toString().replace(".png", "")));
        }
        assertThat(taken).isEqualTo(shown).isEqualTo(kept);
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".md")),
                            Stream.of(Path.of("README.md"), Path.of("README.vi.md")))
                    .toList();
        }
    }

    private boolean isThere(String address) {
        String[] parts = address.substring("/help/".length()).split("#");
        if (parts[0].startsWith("img/")) {
            return guides.picture(parts[0].replace("img/", "").replace(".png", ""))
                    .isPresent();
        }
        return guides.find(parts[0])
                .filter(guide -> parts.length == 1 || guide.html().contains("id=\"" + parts[1] + "\""))
                .isPresent();
    }
}
