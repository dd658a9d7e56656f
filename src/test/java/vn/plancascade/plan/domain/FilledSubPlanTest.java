package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.worklist.FormData;

/** A sub-plan goes out as a workbook and comes back as it was; what cannot be read is named by its row. */
@Tag("quick")
class FilledSubPlanTest {

    private static final Item ANSWERED = new Item(
            "II.1",
            "Phổ biến",
            true,
            Response.adopted,
            "=Họp",
            "Phòng Nghiệp vụ",
            "2023-03-25",
            "quý II",
            "12.5",
            "Báo cáo",
            null,
            null);
    private static final Item BLANK =
            new Item("II.2", "Hội thao", false, null, null, null, null, null, null, null, null, null);
    private static final SubPlanContent PLAN =
            new SubPlanContent("Kế hoạch", List.of(ANSWERED, BLANK), null, List.of(), false);

    @Test
    void whatGoesOutComesBackAsItWas() {
        ObjectNode blank = draft(new SubPlanContent("Kế hoạch", List.of(blank("II.1"), BLANK), null, List.of(), false));

        ObjectNode filled = FilledSubPlan.over(blank, 7, file(SubPlanWorkbook.of(7, "Sở Y tế", PLAN)));

        SubPlanContent read = FormData.read(filled, SubPlanContent.class);
        assertThat(read.items().get(0))
                .usingRecursiveComparison()
                .ignoringFields("taskTitle", "mandatory", "suggestion")
                .isEqualTo(ANSWERED);
        assertThat(read.items().get(1).response()).isNull();
        assertThat(blank.at("/items/0/activity").asText("")).doesNotContain("Họp");
    }

    @Test
    void anotherPlansFileAndOtherFilesAreRefused() {
        ObjectNode draft = draft(PLAN);
        assertThat(wrong(draft, 8, SubPlanWorkbook.of(7, "Sở Y tế", PLAN))).containsExactly("file subPlan.otherSheet");
        assertThat(wrong(draft, 7, sheet("Khác"))).containsExactly("file subPlan.noSheet");
        assertThat(wrong(draft, 7, new byte[] {1, 2, 3})).allMatch(found -> found.startsWith("file "));
    }

    @Test
    void rowsAndAnswersThatNobodyKnowsAreNamed() {
        byte[] file = sheet(
                SubPlanWorkbook.SHEET,
                List.of(SubPlanWorkbook.MARK, "7"),
                List.of(SubPlanWorkbook.HEADER, "Nhiệm vụ"),
                List.of("II.1", "", "", "có lẽ"),
                List.of("II.9", "", "", "Thực hiện"));
        assertThat(wrong(draft(PLAN), 7, file))
                .containsExactly("items[0].response subPlan.responseUnknown", "file subPlan.rowUnknown");
    }

    @Test
    void aTaskIsTheSameWhenItsWordsAreAndNotByItsNumberAlone() {
        Item before = Item.answering("II.1", Response.adopted, null)
                .to(task("II.1", "Tuyên truyền phòng, chống tội phạm năm 2022"));
        assertThat(SubPlanSources.isSame(before, task("III.4", "Tuyên truyền phòng, chống tội phạm năm 2023")))
                .isTrue();
        assertThat(SubPlanSources.isSame(before, task("II.1", "Tuyên truyền về phòng, chống tội phạm và ma túy")))
                .isTrue();
        assertThat(SubPlanSources.isSame(before, task("II.1", "Thanh tra, kiểm tra")))
                .isFalse();
    }

    private static Task task(String no, String title) {
        return new Task(no, title, null, List.of(), null, null, null, true, null);
    }

    private static Item blank(String no) {
        return Item.answering(no, null, null);
    }

    private static ObjectNode draft(SubPlanContent content) {
        return FormData.toNode(content);
    }

    private static Upload file(byte[] content) {
        return new Upload("ke-hoach.xlsx", content);
    }

    private static List<String> wrong(ObjectNode draft, long duty, byte[] content) {
        return catchThrowableOfType(InvalidInput.class, () -> FilledSubPlan.over(draft, duty, file(content)))
                .violations()
                .stream()
                .map((Violation found) -> found.field() + " " + found.code())
                .toList();
    }

    @SafeVarargs
    private static byte[] sheet(String name, List<String>... rows) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
