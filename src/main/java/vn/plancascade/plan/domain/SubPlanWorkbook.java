package vn.plancascade.plan.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** A unit's answers as a workbook, a row for each task; {@link FilledSubPlan} reads it back. Vietnamese, like the plans. */
public final class SubPlanWorkbook {

    static final String SHEET = "Nhiệm vụ";
    /** Stands beside the duty's id, so that no unit's answers are read into another plan. */
    static final String MARK = "Mã đầu việc";

    static final String HEADER = "Mục";
    static final String ADOPTED = "Thực hiện";
    static final String NOT_APPLICABLE = "Không thuộc phạm vi thực hiện";
    /** Where the answers begin: D, after the task's number, its title and whether it is mandatory. */
    static final int FIRST = 3;

    /** The fields of an answer, in the order of their columns. */
    static final List<String> FIELDS =
            List.of("response", "activity", "inCharge", "from", "to", "budget", "output", "reason");

    private static final List<String> TITLES = List.of(
            HEADER,
            "Nhiệm vụ",
            "Bắt buộc",
            "Trả lời",
            "Hoạt động",
            "Người, bộ phận phụ trách",
            "Từ ngày",
            "Đến ngày",
            "Kinh phí (triệu đồng)",
            "Kết quả, sản phẩm",
            "Lý do (nếu không thực hiện)");
    private static final int[] WIDTHS = {10, 50, 10, 22, 50, 26, 14, 14, 16, 30, 34};

    private SubPlanWorkbook() {}

    public static byte[] of(long obligationId, String unit, SubPlanContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            write(workbook.newWorksheet(SHEET), obligationId, unit, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, long obligationId, String unit, SubPlanContent content) {
        sheet.value(0, 0, harmless(content.title()));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, harmless(unit));
        sheet.value(2, 0, MARK);
        sheet.value(2, 1, Long.toString(obligationId));
        sheet.value(3, 0, "Điền từ cột “Trả lời” trở đi. Ô để trống giữ nguyên bản thảo.");
        int row = 5;
        for (int i = 0; i < TITLES.size(); i++) {
            sheet.value(row, i, TITLES.get(i));
            sheet.style(row, i).bold().wrapText(true).borderStyle("thin").set();
            sheet.width(i, WIDTHS[i]);
        }
        sheet.freezePane(2, row + 1);
        for (Item item : content.items()) {
            row++;
            List<String> cells = cells(item);
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(row, i, harmless(cells.get(i)));
                sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static List<String> cells(Item item) {
        return List.of(
                text(item.taskNo()),
                text(item.taskTitle()),
                item.mandatory() ? "x" : "",
                response(item.response()),
                text(item.activity()),
                text(item.inCharge()),
                day(item.from()),
                day(item.to()),
                text(item.budget()).replace('.', ','),
                text(item.output()),
                text(item.reason()));
    }

    private static String response(Response response) {
        return response == null ? "" : response == Response.adopted ? ADOPTED : NOT_APPLICABLE;
    }

    private static String day(String text) {
        return text == null ? "" : VietnamTime.day(text).map(VietnamTime::text).orElse(text);
    }

    private static String text(String text) {
        return Objects.toString(text, "");
    }

    /** What begins like a formula begins with an apostrophe. */
    private static String harmless(String text) {
        return text == null ? "" : !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
