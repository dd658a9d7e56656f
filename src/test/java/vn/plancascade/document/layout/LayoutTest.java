package vn.plancascade.document.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.support.LibreOffice;
import vn.plancascade.support.PrintedTexts;

/** The product's own layouts against the tables of nghị định 30/2020/NĐ-CP, measured in the files that come out. */
class LayoutTest {

    private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    /** What stands on a document and not in its content. */
    private static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc";

    static Stream<DocumentKind> kinds() {
        return Arrays.stream(DocumentKind.values()).filter(DocumentKind::isWritten);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothFormatsSayWhatTheContentSays(DocumentKind kind) throws IOException {
        OfficialDocument content = SampleDocument.of(kind);
        byte[] docx = docx(content);
        String word = squeezed(wordText(docx));
        String pdf = squeezed(pdfText(pdf(docx), 0));
        int at = 0;
        for (String text : PrintedTexts.of(content).toList()) {
            String wanted = squeezed(text);
            assertThat(pdf).as("PDF").contains(wanted);
            int found = word.indexOf(wanted, kind == DocumentKind.chasingLetter ? 0 : Math.max(0, at - 400));
            assertThat(found).as(text).isNotNegative();
            at = found;
        }
        assertThat(Normalizer.isNormalized(pdf, Normalizer.Form.NFC)).isTrue();
        assertThat(Normalizer.isNormalized(word, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void thePdfSaysNothingElse() throws IOException {
        OfficialDocument content = SampleDocument.of(DocumentKind.subPlan);
        Set<String> known =
                words(STATE + " Nơi nhận: " + PrintedTexts.of(content).collect(Collectors.joining(" ")));
        Set<String> said = words(pdfText(pdf(docx(content)), 0));
        said.removeAll(known);
        said.removeIf(word -> word.matches("[0-9]{1,2}"));
        assertThat(said).isEmpty();
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(docx(SampleDocument.of(DocumentKind.subPlan))))) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).allMatch(font -> font.getName().contains("Tinos"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void marginsAreThoseOfTheDecree(DocumentKind kind) throws IOException {
        byte[] docx = docx(SampleDocument.of(kind));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            CTPageMar margins = word.getDocument().getBody().getSectPr().getPgMar();
            assertThat(millimetres(margins.getTop())).isBetween(20.0, 25.0);
            assertThat(millimetres(margins.getBottom())).isBetween(20.0, 25.0);
            assertThat(millimetres(margins.getLeft())).isBetween(30.0, 35.0);
            assertThat(millimetres(margins.getRight())).isBetween(15.0, 20.0);
        }
        margins(pdf(docx));
    }

    /** What another program makes of the Word file. */
    @Test
    void marginsAreThoseOfTheDecreeThroughLibreOffice(@TempDir Path folder) throws Exception {
        if (!LibreOffice.isThere()) {
            return;
        }
        OfficialDocument content = SampleDocument.of(DocumentKind.subPlan);
        byte[] pdf = LibreOffice.pdf(docx(content), folder);
        margins(pdf);
        String text = squeezed(pdfText(pdf, 0));
        PrintedTexts.of(content).forEach(each -> assertThat(text).contains(squeezed(each)));
    }

    /** All text of the body keeps within 30–35 mm from the left and 15–20 from the right, 20–25 from above and below. */
    private static void margins(byte[] file) throws IOException {
        List<float[]> boxes = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            float width = pdf.getPage(0).getMediaBox().getWidth();
            float height = pdf.getPage(0).getMediaBox().getHeight();
            assertThat(width / POINTS_A_MILLIMETRE).isCloseTo(210, within(0.5));
            assertThat(height / POINTS_A_MILLIMETRE).isCloseTo(297, within(0.5));
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (!text.getUnicode().isBlank() && text.getYDirAdj() / POINTS_A_MILLIMETRE > 20) {
                        boxes.add(new float[] {
                            text.getXDirAdj(),
                            width - text.getXDirAdj() - text.getWidthDirAdj(),
                            text.getYDirAdj(),
                            height - text.getYDirAdj()
                        });
                    }
                }
            }.getText(pdf);
        }
        assertThat(least(boxes, 0)).as("left").isBetween(30.0, 35.0);
        assertThat(least(boxes, 1)).as("right").isBetween(15.0, 20.0);
        assertThat(least(boxes, 2)).as("top").isBetween(20.0, 30.0);
        assertThat(least(boxes, 3)).as("bottom").isGreaterThanOrEqualTo(20.0);
    }

    private static double least(List<float[]> boxes, int side) {
        return boxes.stream().mapToDouble(box -> box[side]).min().orElseThrow() / POINTS_A_MILLIMETRE;
    }

    @Test
    void pagesAreNumberedInTheMiddleOfTheTopMarginButForTheFirst() throws IOException {
        byte[] file = pdf(docx(SampleDocument.of(DocumentKind.subPlan)));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            float width = pdf.getPage(0).getMediaBox().getWidth();
            for (int page = 1; page <= pages; page++) {
                List<TextPosition> above = new ArrayList<>();
                PDFTextStripper reader = new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        if (text.getYDirAdj() / POINTS_A_MILLIMETRE < 20
                                && !text.getUnicode().isBlank()) {
                            above.add(text);
                        }
                    }
                };
                reader.setStartPage(page);
                reader.setEndPage(page);
                reader.getText(pdf);
                String number = above.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
                assertThat(number).isEqualTo(page == 1 ? "" : Integer.toString(page));
                if (page > 1) {
                    TextPosition last = above.get(above.size() - 1);
                    double middle = (above.get(0).getXDirAdj() + last.getXDirAdj() + last.getWidthDirAdj()) / 2;
                    // The text's middle is 7.5 mm right of the paper's: the left margin is the wider one.
                    assertThat((middle - width / 2) / POINTS_A_MILLIMETRE).isCloseTo(7.5, within(0.6));
                    assertThat(above.get(0).getFontSizeInPt()).isBetween(13f, 14f);
                }
            }
        }
    }

    @Test
    void aTablesHeadIsRepeatedOnEveryPageAndNoRowIsTorn() throws IOException {
        byte[] file = pdf(docx(SampleDocument.of(DocumentKind.subPlan)));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            int withTable = 0;
            int rows = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String text = pdfText(file, page);
                int here = text.split("1\\.234,5", -1).length - 1;
                rows += here;
                if (here > 0) {
                    withTable++;
                    assertThat(text).as("page " + page).contains("Đơn vị chủ trì, phối hợp");
                    assertThat(text.split("Phòng Công tác xã hội", -1).length - 1)
                            .as("whole rows on page " + page)
                            .isEqualTo(here);
                }
            }
            assertThat(rows).isEqualTo(60);
            assertThat(withTable).isGreaterThan(2);
        }
    }

    @Test
    void everyPageOfADraftSaysSo() throws IOException {
        byte[] file = pdf(docx(drafted(SampleDocument.of(DocumentKind.unitReport))));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(pdfText(file, page)).as("page " + page).contains("DỰ THẢO");
            }
        }
        assertThat(pdfText(pdf(docx(SampleDocument.of(DocumentKind.unitReport))), 0))
                .doesNotContain("DỰ THẢO");
    }

    @Test
    void aLetterHasItsSubjectUnderTheNumberAndNoType() throws IOException {
        String text = pdfText(pdf(docx(SampleDocument.of(DocumentKind.chasingLetter))), 1);
        assertThat(text).contains("V/v thực hiện công tác", "Kính gửi: Thủ trưởng các đơn vị");
        assertThat(text).doesNotContain("KẾ HOẠCH\n");
    }

    @Test
    void aNameOf300LettersAndATextWithoutSpacesStayOnThePaper() throws IOException {
        String name = ("Bệnh viện Đa khoa khu vực liên huyện ".repeat(9)).substring(0, 300);
        OfficialDocument sample = SampleDocument.of(DocumentKind.subPlan);
        OfficialDocument content = with(sample, name, List.of(Block.text("Không" + "a".repeat(300) + " hết")));
        byte[] file = pdf(docx(content));
        assertThat(squeezed(pdfText(file, 0))).contains(squeezed(name.toUpperCase(java.util.Locale.ROOT)));
        margins(file);
    }

    @Test
    void aTableOf2000RowsKeepsThemAll() throws IOException {
        OfficialDocument sample = SampleDocument.of(DocumentKind.consolidatedReport);
        Block.Table table = new Block.Table(
                List.of(Column.of("TT", 10), Column.of("Đơn vị", 60), Column.figures("Số", 30)),
                IntStream.rangeClosed(1, 2000)
                        .mapToObj(n -> List.of(Integer.toString(n), "Trạm Y tế số " + n, "#" + n + "#"))
                        .toList());
        byte[] docx = docx(with(sample, sample.issuingBody(), List.of(table, Block.text("Hết./."))));
        String text = squeezed(pdfText(pdf(docx), 0));
        for (int n = 1; n <= 2000; n++) {
            assertThat(text).contains("#" + n + "#");
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(word.getTables().stream()
                            .mapToInt(each -> each.getNumberOfRows())
                            .max()
                            .orElse(0))
                    .isEqualTo(2001);
        }
    }

    @Test
    void whatCannotBePrintedIsLeftOutAndLettersArePutTogether() throws IOException {
        OfficialDocument sample = SampleDocument.of(DocumentKind.subPlan);
        String decomposed = Normalizer.normalize("Tiếng Việt chữ ự ễ ỗ", Normalizer.Form.NFD);
        OfficialDocument content = with(
                sample,
                sample.issuingBody(),
                List.of(Block.text("Một\u0000\u0007 hai\u202e ba ${noiDung} <b>&amp; " + decomposed)));
        byte[] docx = docx(content);
        for (String text : List.of(squeezed(wordText(docx)), squeezed(pdfText(pdf(docx), 0)))) {
            assertThat(text).contains(squeezed("Một hai ba ${noiDung} <b>&amp; Tiếng Việt chữ ự ễ ỗ"));
        }
    }

    @Test
    void daysAndMonthsBearALeadingZeroWhereTheDecreeWantsOne() {
        assertThat(SampleDocument.of(DocumentKind.subPlan).dateLine())
                .isEqualTo("Thành phố Hồ Chí Minh, ngày 06 tháng 02 năm 2026");
        OfficialDocument letter = SampleDocument.of(DocumentKind.chasingLetter);
        assertThat(letter.numberLine()).isEqualTo("Số: 08/BVMAU-TCCB");
        assertThat(drafted(SampleDocument.of(DocumentKind.subPlan)).numberLine())
                .isEqualTo("Số:        /KH-BVMAU");
    }

    // Helpers

    private static byte[] docx(OfficialDocument content) {
        return LayoutFiller.fill(StandardLayout.of(content.kind()), content);
    }

    private static byte[] pdf(byte[] docx) {
        return PdfPrinter.print(docx, "Văn bản");
    }

    private static OfficialDocument drafted(OfficialDocument of) {
        return copy(of, of.issuingBody(), null, null, of.body(), true);
    }

    private static OfficialDocument with(OfficialDocument of, String issuingBody, List<Block> body) {
        return copy(of, issuingBody, of.number(), of.date(), body, false);
    }

    private static OfficialDocument copy(
            OfficialDocument of, String issuingBody, String number, LocalDate date, List<Block> body, boolean draft) {
        return new OfficialDocument(
                of.kind(),
                of.superiorBody(),
                issuingBody,
                number,
                of.symbol(),
                of.place(),
                date,
                of.type(),
                of.subject(),
                of.addressees(),
                body,
                of.signing(),
                of.signatory(),
                of.recipients(),
                List.of(new Annex("Phụ lục", "Danh sách", List.of(Block.text("Không có.")))),
                draft);
    }

    /** @param page 0 for all */
    private static String pdfText(byte[] file, int page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(false);
            if (page > 0) {
                reader.setStartPage(page);
                reader.setEndPage(page);
            }
            return reader.getText(pdf);
        }
    }

    private static String wordText(byte[] docx) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            word.getBodyElements().forEach(element -> add(element, text));
        }
        return text.toString();
    }

    private static void add(IBodyElement element, StringBuilder text) {
        if (element instanceof XWPFParagraph paragraph) {
            text.append(paragraph.getText()).append('\n');
        } else if (element instanceof XWPFTable table) {
            table.getRows()
                    .forEach(row -> row.getTableCells()
                            .forEach(cell -> cell.getBodyElements().forEach(inner -> add(inner, text))));
        }
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private static double millimetres(Object twips) {
        return Double.parseDouble(twips.toString()) / 20 / POINTS_A_MILLIMETRE;
    }
}
