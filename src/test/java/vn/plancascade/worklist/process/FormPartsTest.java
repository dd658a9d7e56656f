package vn.plancascade.worklist.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.plancascade.worklist.form.FormPart;
import vn.plancascade.worklist.form.FormParts;

/** Every form file can be shown on a page, and shows what it has to say and no more. */
@Tag("quick")
class FormPartsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final FeelExpressions feel = new FeelExpressions();

    static Resource[] forms() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsShownEvenWithoutData(Resource form) throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(form.getInputStream());
        ObjectNode nothing = JSON.createObjectNode();

        assertThat(new FormParts(feel, VIETNAMESE, schema, nothing).all()).isNotEmpty();
    }

    @Test
    void theSubmittedSubPlanIsToldInWordsAndWhatIsTypedIsNoMarkup() throws IOException {
        ObjectNode schema = form("plan/approveSubPlan");
        ObjectNode data = (ObjectNode) JSON.readTree("""
                {"unitName": "Sở Y tế", "title": "Kế hoạch", "note": "", "addedTasks": [], "items": [
                  {"taskNo": "II.1", "taskTitle": "Phổ biến <b>", "mandatory": true, "response": "adopted",
                   "activity": "Họp & bàn", "from": "2023-03-25", "to": "", "reason": ""},
                  {"taskNo": "II.2", "taskTitle": "Hội thao", "mandatory": false, "response": "notApplicable",
                   "reason": "Không có", "from": ""}]}""");

        List<FormPart> parts = new FormParts(feel, VIETNAMESE, schema, data).all();

        String html = html(parts);
        assertThat(html)
                .contains("II.1 Phổ biến &lt;b&gt;", " (bắt buộc)", "Họp &amp; bàn", "Từ ngày: 25/03/2023")
                .contains("Không thuộc phạm vi thực hiện: Không có")
                .doesNotContain("Đến ngày", "<b>", "Nhiệm vụ giao thêm");
        assertThat(parts)
                .noneMatch(part -> part instanceof FormPart.Section section
                        && section.label().startsWith("Nhiệm vụ giao thêm"));
    }

    @Test
    void aFieldThatGoesByAnotherOneComesWithItsConditionAndARowSaysWhetherItIsAnswered() throws IOException {
        ObjectNode data = (ObjectNode) JSON.readTree("""
                {"title": "K", "items": [{"taskNo": "II.1", "response": ""}, {"taskNo": "II.2", "response": "adopted"},
                  {"taskNo": "II.3", "mandatory": true, "response": "adopted", "activity": "Họp"}]}""");

        List<FormPart> parts = new FormParts(feel, VIETNAMESE, form("plan/draftSubPlan"), data).all();

        FormPart.Rows rows = parts.stream()
                .filter(FormPart.Rows.class::isInstance)
                .map(FormPart.Rows.class::cast)
                .filter(list -> list.name().equals("items"))
                .findFirst()
                .orElseThrow();
        assertThat(rows.done()).isEqualTo(1);
        assertThat(rows.rows()).extracting(FormPart.Row::mark).containsExactly("none", "open", "good");
        assertThat(rows.rows().get(1).title()).isEqualTo("II.2");
        assertThat(rows.rows().get(1).parts())
                .filteredOn(part -> part.when() != null)
                .extracting(FormPart::when)
                .contains(new FormPart.Condition("items[1].response", "adopted"));
        // The list of a plan that goes tier by tier is not even there in another.
        assertThat(parts)
                .noneMatch(part ->
                        part instanceof FormPart.Rows list && list.name().equals("addedTasks"));
    }

    private static String html(List<FormPart> parts) {
        List<String> texts = new ArrayList<>();
        for (FormPart part : parts) {
            if (part instanceof FormPart.Markup markup) {
                texts.add(markup.html());
            } else if (part instanceof FormPart.Section section) {
                texts.add(html(section.parts()));
            }
        }
        return String.join("\n", texts);
    }

    private static ObjectNode form(String path) throws IOException {
        return (ObjectNode) JSON.readTree(
                new org.springframework.core.io.ClassPathResource("forms/" + path + ".form").getInputStream());
    }
}
