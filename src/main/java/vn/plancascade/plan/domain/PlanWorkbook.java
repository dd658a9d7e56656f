package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Documents;
import vn.plancascade.document.FilledWorkbook;
import vn.plancascade.document.FilledWorkbook.FilledRow;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.kernel.sheet.HarmlessText;
import vn.plancascade.plan.domain.PlanSheet.Column;

/**
 * The tasks and indicators of a plan's draft as a workbook, and read back from it. The rows of a sheet are the list, in their
 * order; what has no column, such as an indicator's checks, stays with the row of its number or code.
 */
@Component
public class PlanWorkbook {

    private static final String FIELD = "file";
    private static final String HINT =
            "Thêm, bỏ, đổi chỗ dòng được. Ô để trống giữ nguyên bản thảo. Nhiều giá trị cách nhau bằng dấu chấm phẩy.";

    private final List<PlanSheet> sheets;

    PlanWorkbook(MessageSource messages) {
        sheets = PlanSheets.of(messages);
    }

    /** The draft's tasks and indicators. */
    public byte[] of(ObjectNode plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            sheets.forEach(sheet -> write(workbook.newWorksheet(sheet.name()), sheet, plan));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet page, PlanSheet sheet, ObjectNode plan) {
        page.value(0, 0, HarmlessText.of(plan.path("subject").asText("")));
        page.style(0, 0).bold().set();
        page.value(1, 0, HINT);
        int row = 3;
        for (int i = 0; i < sheet.columns().size(); i++) {
            Column column = sheet.columns().get(i);
            page.value(row, i, column.title());
            page.style(row, i).bold().wrapText(true).borderStyle("thin").set();
            page.width(i, column.width());
        }
        page.freezePane(1, row + 1);
        for (JsonNode one : plan.path(sheet.list())) {
            row++;
            for (int i = 0; i < sheet.columns().size(); i++) {
                page.value(row, i, HarmlessText.of(sheet.columns().get(i).of(one)));
                page.style(row, i).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /**
     * @param plan the draft; it stays as it is
     * @return the draft with the rows of each sheet that has some
     * @throws InvalidInput on {@code file} for what is no such workbook, on the field for a cell that cannot be read
     */
    public ObjectNode over(ObjectNode plan, Documents.Upload file) {
        Map<String, List<FilledRow>> read = FilledWorkbook.read(file);
        if (sheets.stream().noneMatch(sheet -> read.containsKey(sheet.name()))) {
            throw new InvalidInput(FIELD, "subPlan.noSheet");
        }
        ObjectNode filled = plan.deepCopy();
        List<Violation> wrong = new ArrayList<>();
        for (PlanSheet sheet : sheets) {
            List<FilledRow> rows = read.getOrDefault(sheet.name(), List.of()).stream()
                    .dropWhile(row -> !row.code().equals(sheet.columns().get(0).title()))
                    .skip(1)
                    .toList();
            if (!rows.isEmpty()) {
                filled.set(sheet.list(), FilledPlan.rows(sheet, plan.path(sheet.list()), rows, wrong));
            }
        }
        InvalidInput.throwIfAny(wrong);
        return filled;
    }
}
