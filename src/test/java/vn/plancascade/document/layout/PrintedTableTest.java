package vn.plancascade.document.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Letters;
import vn.plancascade.support.LibreOffice;

/** Dates, amounts and numbers of documents in one line, letters of every kind, and the lines that people typed. */
class PrintedTableTest {

    private static final List<String> ONE_LINE = List.of(
            "20/3/2023", "10/12/2023", "15/12/2022", "1.250.000.000", "12.345.678,9", "1 250 000 000", "360/KH-BYT");

    /** As wide as those of a sub-plan's activities. */
    private static final Block.Table ACTIVITIES = new Block.Table(
            Column.of(
                    List.of(
                            "TT",
                            "Nhiệm vụ",
                            "Hoạt động của đơn vị",
                            "Người phụ trách",
                            "Thời gian",
                            "Kinh phí (đồng)",
                            "Sản phẩm"),
                    6,
                    25,
                    27,
                    13,
                    12,
                    12,
                    13),
            IntStream.rangeClosed(1, 12)
                    .mapToObj(n -> List.of(
                            Integer.toString(n),
                            n + ". Phổ biến, quán triệt Kế hoạch 360/KH-BYT và các văn bản ngày 15/12/2022",
                            "Tổ chức hội nghị cho toàn thể viên chức, người lao động;\nphát tài liệu tại khoa Khám bệnh",
                            "Nguyễn Hoàng Thị Ánh Nguyệt",
                            "20/3/2023 – 10/12/2023",
                            n % 2 == 0 ? "1.250.000.000" : "1 250 000 000",
                            "Biên bản; ảnh; báo cáo"))
                    .toList());

    /** As many figures beside a name as the annex of a province has in one table. */
    private static final Block.Table FIGURES = new Block.Table(
            Stream.concat(
                            Stream.of(Column.of("TT", 6), Column.of("Đơn vị", 34)),
                            IntStream.rangeClosed(1, 6).mapToObj(n -> Column.figures("CS" + n, 8)))
                    .toList(),
            IntStream.rangeClosed(1, 8)
                    .mapToObj(n -> Stream.concat(
                                    Stream.of(Integer.toString(n), "Trung tâm Y tế thành phố Phan Rang - Tháp Chàm"),
                                    IntStream.rangeClosed(1, 6).mapToObj(i -> "12.345.678,9"))
                            .toList())
                    .toList());

    @Test
    void datesAmountsAndNumbersOfDocumentsAreNeverCut() throws IOException {
        String text = text(PdfPrinter.print(docx(ACTIVITIES, FIGURES), "Văn bản"));
        assertThat(text).contains(ONE_LINE);
        assertThat(text.split("12\\.345\\.678,9", -1)).hasSize(8 * 6 + 1);
        assertThat(text.split("20/3/2023", -1)).hasSize(12 + 1);
    }

    @Test
    void theyAreNotThroughAnotherProgram(@TempDir Path folder) throws Exception {
        if (!LibreOffice.isThere()) {
            return;
        }
        String text = text(LibreOffice.pdf(docx(ACTIVITIES, FIGURES), folder)).replace('\u00A0', ' ');
        assertThat(text).contains(ONE_LINE.subList(0, 6));
        assertThat(text.split("12\\.345\\.678,9", -1)).hasSize(8 * 6 + 1);
    }

    @Test
    void whatTheFontLacksIsPrintedInAnotherAndWhatBothLackIsABox() throws IOException {
        String signs = "✓ ☑ ☐ ★ ➢ ⇒ ℃ Ⅳ ❖ ♀ ⚠";
        byte[] pdf = PdfPrinter.print(docx(Block.text("Đã làm: " + signs + " 中"), Block.text("Đủ.")), "Văn bản");
        assertThat(text(pdf)).contains("Đã làm: " + signs + " □");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : read.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts)
                    .allMatch(PDFont::isEmbedded)
                    .anyMatch(font -> font.getName().contains("DejaVu"));
        }
        assertThat(Letters.unprintable("Số 05-KH/TU, “…” – 20 °C ≥ 1½ ₫ € •" + signs))
                .isEmpty();
        assertThat(Letters.unprintable("Xong \uD83D\uDC4D nhé")).contains("\uD83D\uDC4D (U+1F44D)");
        assertThat(Letters.unprintable("会")).contains("会 (U+4F1A)");
    }

    @Test
    void theLinesThatSomebodyTypedAreKept() throws IOException {
        byte[] docx = docx(
                new Block.Table(
                        List.of(Column.of("Nội dung", 1), Column.of("Ghi chú", 1)),
                        List.of(List.of("Một\r\nHai\n\n\n\nBa", "x"))),
                Block.text("Dòng đầu\nDòng sau"));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(word.getTables().stream()
                            .map(table ->
                                    table.getRow(table.getNumberOfRows() - 1).getCell(0))
                            .map(cell -> cell == null ? "" : cell.getText()))
                    .contains("Một\nHai\n\nBa");
            assertThat(word.getParagraphs().stream().map(each -> each.getText()))
                    .contains("Dòng đầu", "Dòng sau");
        }
        assertThat(text(PdfPrinter.print(docx, "Văn bản")).lines().map(String::strip))
                .contains("Hai", "Ba", "Dòng đầu", "Dòng sau");
    }

    private static byte[] docx(Block... body) throws IOException {
        OfficialDocument sample = SampleDocument.of(DocumentKind.subPlan);
        byte[] docx = LayoutFiller.fill(
                StandardLayout.of(sample.kind()),
                new OfficialDocument(
                        sample.kind(),
                        sample.superiorBody(),
                        sample.issuingBody(),
                        sample.number(),
                        sample.symbol(),
                        sample.place(),
                        LocalDate.of(2023, 3, 17),
                        sample.type(),
                        sample.subject(),
                        List.of(),
                        List.of(body),
                        sample.signing(),
                        sample.signatory(),
                        sample.recipients(),
                        List.of(),
                        false));
        String folder = System.getProperty("plancascade.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, body.length + "-" + System.nanoTime() + ".docx"), docx);
        }
        return docx;
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
