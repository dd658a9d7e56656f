package vn.plancascade.report.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.plancascade.kernel.sheet.HarmlessText;

/** The outline of a report as a workbook: a sheet for the figures and one for the words. {@link FilledOutline} reads it back. */
final class OutlineWorkbook {

    static final String FIGURES = "Số liệu";
    static final String WORDS = "Lời văn";
    /** Stands beside the report's id, so that no unit's figures are read into another report. */
    static final String MARK = "Mã báo cáo";

    static final String HEADER = "Mã";
    static final String NOTHING = "KPS";
    /** Where figures are entered: E in the sheet of figures. */
    static final int FIGURE = 4;
    /** Where words are: C in that of words. */
    static final int TEXT = 2;

    private static final int[] FIGURE_WIDTHS = {12, 70, 18, 20, 20};
    private static final int[] WORD_WIDTHS = {16, 36, 90};

    private OutlineWorkbook() {}

    /**
     * @param columns what stands above the cells of the rows, the code first
     * @param rows one for each indicator
     * @param parts the headings of the narrative's parts, by their names
     */
    record Content(
            long report,
            String title,
            String unit,
            List<String> columns,
            List<List<String>> rows,
            Map<String, String> parts) {}

    static byte[] of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            figures(workbook.newWorksheet(FIGURES), content);
            words(workbook.newWorksheet(WORDS), content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet sheet, Content content) {
        int row = head(
                sheet, content, "Điền cột “" + content.columns().get(FIGURE) + "”. Ô để trống giữ nguyên bản thảo.");
        header(sheet, row, content.columns(), FIGURE_WIDTHS);
        for (List<String> cells : content.rows()) {
            row++;
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(row, i, HarmlessText.of(cells.get(i)));
                sheet.style(row, i).wrapText(i == 1).set();
            }
        }
        row++;
        sheet.value(row, 0, NOTHING);
        sheet.value(row, 1, "Không phát sinh các nội dung để trống (đánh dấu x)");
    }

    private static void words(Worksheet sheet, Content content) {
        int row = head(sheet, content, "Điền cột “Nội dung”. Ô để trống giữ nguyên bản thảo.");
        header(sheet, row, List.of(HEADER, "Phần", "Nội dung"), WORD_WIDTHS);
        for (Map.Entry<String, String> part : content.parts().entrySet()) {
            row++;
            sheet.value(row, 0, part.getKey());
            sheet.value(row, 1, part.getValue());
            sheet.style(row, TEXT).wrapText(true).set();
        }
    }

    /** Returns the row for the columns' titles. */
    private static int head(Worksheet sheet, Content content, String how) {
        sheet.value(0, 0, content.title());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, HarmlessText.of(content.unit()));
        sheet.value(2, 0, MARK);
        sheet.value(2, 1, Long.toString(content.report()));
        sheet.value(3, 0, how);
        return 5;
    }

    private static void header(Worksheet sheet, int row, List<String> titles, int[] widths) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(row, i, i == 0 ? HEADER : titles.get(i));
            sheet.style(row, i).bold().borderStyle("thin").set();
            sheet.width(i, widths[i]);
        }
        sheet.freezePane(0, row + 1);
    }
}
