package vn.plancascade.worklist.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and numbers are text in Tasklist, read and written as on our pages. */
@Tag("quick")
class TextFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMA = """
            {"components": [
              {"type": "group", "label": "Thời hạn", "components": [
                {"type": "datetime", "key": "due", "dateLabel": "Hạn", "validate": {"required": true}}]},
              {"type": "dynamiclist", "path": "items", "label": "Nhiệm vụ", "components": [
                {"type": "textfield", "key": "no", "label": "Mục", "readonly": true},
                {"type": "group", "components": [{"type": "number", "key": "budget", "label": "Kinh phí"}]},
                {"type": "datetime", "key": "from", "dateLabel": "Từ ngày"}]}]}""";

    private final TextForm form = new TextForm(json(SCHEMA), Locale.forLanguageTag("vi"));

    @Test
    void theFormHasNoFieldThatABrowserWouldReadItsOwnWay() {
        ObjectNode schema = json(SCHEMA);

        TextForm.into(schema, " (bắt buộc)", "ngày/tháng/năm");

        assertThat(schema.toString()).doesNotContain("datetime", "number", "validate", "dateLabel");
        assertThat(schema.at("/components/0/components/0/label").asText()).isEqualTo("Hạn (bắt buộc)");
        assertThat(schema.at("/components/0/components/0/description").asText()).isEqualTo("ngày/tháng/năm");
    }

    @ParameterizedTest
    @CsvSource({"03/04/2023, 2023-04-03", "25/03/2023, 2023-03-25", "31/02/2023, 31/02/2023", "'', ''"})
    void theDayComesFirst(String typed, String read) {
        assertThat(form.read(json("{\"items\": [{\"from\": \"" + typed + "\"}]}"))
                        .at("/items/0/from")
                        .asText())
                .isEqualTo(read);
    }

    @Test
    void whatIsReadIsShownAgainAndWhatIsNoNumberStaysForTheRules() {
        ObjectNode read = form.read(
                json(
                        "{\"due\": \"20/3/2023\", \"items\": [{\"budget\": \"1.500,5\"}, {\"budget\": \"mười\"}, {\"budget\": \"\"}]}"));

        assertThat(read.at("/due").asText()).isEqualTo("2023-03-20");
        assertThat(read.at("/items/0/budget").decimalValue()).isEqualByComparingTo("1500.5");
        assertThat(read.at("/items/1/budget").asText()).isEqualTo("mười");
        assertThat(read.at("/items/2/budget").isNull()).isTrue();
        assertThat(form.shown(read))
                .isEqualTo(
                        json(
                                "{\"due\": \"20/03/2023\", \"items\": [{\"budget\": \"1500,5\"}, {\"budget\": \"mười\"}, {\"budget\": \"\"}]}"));
    }

    @Test
    void aFieldIsCalledByItsLabelAndItsRow() {
        FieldLabels labels = new FieldLabels(json(SCHEMA), json("{\"items\": [{\"no\": \"II.1.1\"}]}"));

        assertThat(labels.of("due")).hasValue("Hạn");
        assertThat(labels.of("items[0].budget")).hasValue("II.1.1 – Kinh phí");
        assertThat(labels.of("items[4].from")).hasValue("5 – Từ ngày");
        assertThat(labels.of("khác")).isEmpty();
    }

    private static ObjectNode json(String text) {
        try {
            return JSON.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }
}
