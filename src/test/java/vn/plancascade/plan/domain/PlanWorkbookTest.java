package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/** Tasks and indicators of a draft go out as a workbook and come back; its rows are the lists then. */
@Tag("quick")
class PlanWorkbookTest {

    private final PlanWorkbook workbook = new PlanWorkbook(texts());

    @Test
    void whatGoesOutComesBackAsItWas() throws IOException {
        ObjectNode plan = sample();
        assertThat(FormData.read(workbook.over(plan, file(workbook.of(plan))), PlanContent.class))
                .isEqualTo(FormData.read(plan, PlanContent.class));
    }

    @Test
    void theRowsOfASheetAreTheListAndWhatHasNoColumnStays() throws IOException {
        ObjectNode plan = sample();
        ObjectNode read = workbook.over(
                plan,
                file(sheet(
                        "Chỉ tiêu",
                        List.of("Mã", "Tên chỉ tiêu", "Đơn vị tính", "Loại"),
                        List.of("CD03", "", "", ""),
                        List.of("MOI1", "Chỉ tiêu mới", "lượt", "co hoac khong"))));
        PlanContent content = FormData.read(read, PlanContent.class);
        assertThat(content.indicators()).extracting("code").containsExactly("CD03", "MOI1");
        assertThat(content.indicators().get(0).label()).isEqualTo("Số cuộc họp, hội nghị triển khai");
        assertThat(content.indicators().get(0).checks()).isNotEmpty();
        assertThat(content.indicators().get(1).type()).hasToString("yesNo");
        assertThat(content.tasks()).hasSize(13);
        assertThat(plan.get("indicators")).hasSize(27);
    }

    @Test
    void whatIsNotUnderstoodIsNamedByItsRow() {
        ObjectNode plan = FormData.object();
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> workbook.over(
                        plan,
                        file(sheet(
                                "Nhiệm vụ",
                                List.of("Mục", "Nội dung ngắn", "Nội dung đầy đủ", "Gửi đến loại đơn vị"),
                                List.of("1", "Việc", "", "Sở Y tế; Phường")))));
        assertThat(refused.violations())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.field() + " " + wrong.code() + " " + wrong.args()[0])
                        .isEqualTo("tasks[0].kinds plan.sheetWord 2"));
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> workbook.over(plan, file(sheet("Khác", List.of("Mã")))))
                        .violations())
                .extracting("code")
                .containsExactly("subPlan.noSheet");
    }

    private static ObjectNode sample() throws IOException {
        String plan = Files.readString(Path.of("src/main/resources/sample/plan-360.json"));
        return FormData.toNode(FormData.read(plan, PlanContent.class));
    }

    @SafeVarargs
    private static byte[] sheet(String name, List<String>... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < rows[row].size(); i++) {
                    sheet.value(row, i, rows[row].get(i));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Upload file(byte[] content) {
        return new Upload("ke-hoach.xlsx", content);
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
