package vn.plancascade.worklist.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.kernel.InvalidInput;

/** What a page sends goes into the fields that it names, and nowhere else. */
@Tag("quick")
class SentFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SentForm form = new SentForm(json("""
            {"components": [
              {"type": "textfield", "key": "title"},
              {"type": "checkbox", "key": "confirmed"},
              {"type": "taglist", "key": "kinds"},
              {"type": "textarea", "key": "narrative.situation"},
              {"type": "dynamiclist", "path": "items", "components": [
                {"type": "datetime", "key": "from"}, {"type": "number", "key": "budget"}]}]}"""), Locale.forLanguageTag("vi"));

    @Test
    void whatWasNotSentStays() {
        assertThat(form.over(
                        json("{\"title\": \"A\", \"narrative\": {\"situation\": \"B\", \"results\": \"C\"}}"),
                        Map.of("narrative.situation", List.of("D"))))
                .isEqualTo(json("{\"title\": \"A\", \"narrative\": {\"situation\": \"D\", \"results\": \"C\"}}"));
    }

    @Test
    void rowsTakeTheirOwnValuesInWhateverOrderTheyCome() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 10; i >= 0; i--) {
            sent.put("items[" + i + "].budget", List.of(i + ",5"));
        }
        sent.put("items[1].from", List.of("3/4/2023"));

        ObjectNode filled = form.over(json("{\"items\": [{\"taskNo\": \"1\"}]}"), sent);

        assertThat(filled.path("items")).hasSize(11);
        assertThat(filled.path("items").get(0)).isEqualTo(json("{\"taskNo\": \"1\", \"budget\": 0.5}"));
        assertThat(filled.path("items").get(1).path("from").asText()).isEqualTo("2023-04-03");
        assertThat(filled.path("items").get(10).path("budget").decimalValue()).isEqualByComparingTo("10.5");
    }

    @Test
    void aBoxThatWasCleared_aListOfWhichNothingIsChosen_andAnEmptiedNumberAreSentToo() {
        ObjectNode filled = form.over(
                json("{\"confirmed\": true, \"kinds\": [\"DOH\"], \"items\": [{\"budget\": 5}]}"),
                Map.of("confirmed", List.of("false"), "kinds", List.of(""), "items[0].budget", List.of("")));

        assertThat(filled).isEqualTo(json("{\"confirmed\": false, \"kinds\": [], \"items\": [{\"budget\": null}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"items[3].from", "items[99999].from", "items[-1]", "a..b", "[0]", "title.x", "items.x", "a]b"})
    void aNameThatNoFieldCanHaveIsRefused(String name) {
        assertThatThrownBy(() -> form.over(json("{\"title\": \"A\", \"items\": []}"), Map.of(name, List.of("x"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void rowsAreAddedAtTheEndAndTakenAwayWhereTheyAre() {
        ObjectNode data = json("{\"items\": [{\"budget\": 1}, {\"budget\": 2}]}");
        FormRows.remove(data, "items[0]");
        FormRows.add(data, "items");

        assertThat(data).isEqualTo(json("{\"items\": [{\"budget\": 2}, {}]}"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.reader()
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
