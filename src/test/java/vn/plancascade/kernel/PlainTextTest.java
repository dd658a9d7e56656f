package vn.plancascade.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks the same is the same, wherever it was typed or copied from. */
@Tag("quick")
class PlainTextTest {

    static Stream<String> blanks() {
        return IntStream.of(
                        ' ', 0xA0, 0x1680, 0x2000, 0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F, 0x205F, 0x2800,
                        0x3000)
                .mapToObj(Character::toString);
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void anyBlankFallsAwayAtTheEndsAndIsOneWithin(String blank) {
        assertThat(PlainText.of(blank + "Sở Y" + blank + blank + "tế " + blank + "tỉnh" + blank))
                .isEqualTo("Sở Y tế tỉnh");
        assertThat(PlainText.of(blank)).isEmpty();
        assertThat(Names.clean(blank + blank)).isNull();
    }

    static Stream<String> unseen() {
        return IntStream.of(
                        0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060,
                        0x2066, 0x2069, 0x3164, 0xFE0F, 0xFEFF, 0xE0041)
                .mapToObj(Character::toString);
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void whatCannotBeSeenIsNotThere(String sign) {
        assertThat(PlainText.of(sign + "SYT-" + sign + "01" + sign)).isEqualTo("SYT-01");
        // A vowel and its mark come together, whatever stood between them.
        assertThat(PlainText.of("Tie" + sign + "\u0302" + sign + "\u0301n")).isEqualTo("Tiến");
    }

    static Stream<Arguments> same() {
        return Stream.of(
                arguments("Ðà Nẵng, ðường", "Đà Nẵng, đường"),
                arguments("05\u2011KH/TU \u2010 01", "05-KH/TU - 01"),
                arguments("１２３４ ＳＹＴ－０１", "1234 SYT-01"),
                arguments("① a ⑳ b ⓪ ❶ ㉑ ㊿ ⑴ ⒉ ⓫", "(1) a (20) b (0) (1) (21) (50) (1) 2. (11)"),
                arguments(Normalizer.normalize("Chợ Rẫy", Normalizer.Form.NFD), "Chợ Rẫy"),
                arguments("một\r\nhai\u2028ba\u0085bốn", "một\nhai\nba\nbốn"),
                arguments("a\tb", "a\tb"),
                arguments("\tSYT-01\n", "SYT-01"),
                arguments("5 m², −3, “Kế hoạch” – §1 ☑ ✓ 😀", "5 m², −3, “Kế hoạch” – §1 ☑ ✓ 😀"));
    }

    @ParameterizedTest
    @MethodSource("same")
    void whatLooksTheSameIsTheSame(String typed, String kept) {
        assertThat(PlainText.of(typed)).isEqualTo(kept);
        assertThat(PlainText.of(kept)).isEqualTo(kept);
    }

    @Test
    void onOneLineBreaksAndTabsAreBlanks() {
        assertThat(PlainText.line("Trung tâm\r\nY tế\thuyện \n")).isEqualTo("Trung tâm Y tế huyện");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0007", "\u001B[0m", "\u007F", "\u0090", "a\uD800b", "\uFFFF"})
    void whatNoTextHoldsIsBroken(String text) {
        assertThat(PlainText.isBroken(PlainText.of(text))).isTrue();
    }

    record Body(String name, List<String> more, Map<String, Object> any, Map<String, List<String>> lists) {}

    @Test
    void everyTextOfJsonGoesThrough() throws Exception {
        ObjectMapper json = PlainJson.into(new ObjectMapper());
        String sent = "{\"name\":\" a\u00A0 \",\"more\":[\"b\u200B\"],\"any\":{\"x\":[\"c\u00AD\",{\"y\":\"ð\"}]},"
                + "\"lists\":{\"z\":[\"\uFEFFd\"]}}";
        assertThat(json.readValue(sent, Body.class))
                .isEqualTo(new Body(
                        "a", List.of("b"), Map.of("x", List.of("c", Map.of("y", "đ"))), Map.of("z", List.of("d"))));
        assertThat(json.readTree(sent).toString())
                .isEqualTo(
                        "{\"name\":\"a\",\"more\":[\"b\"],\"any\":{\"x\":[\"c\",{\"y\":\"đ\"}]},\"lists\":{\"z\":[\"d\"]}}");
        assertThat(json.readTree("1e400").decimalValue()).isEqualByComparingTo("1e400");
    }
}
