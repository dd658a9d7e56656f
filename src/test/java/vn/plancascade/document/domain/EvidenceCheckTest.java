package vn.plancascade.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.Pictures;
import vn.plancascade.support.WordFiles;

/** Evidence is what is in the file, whatever it is called, and harms nobody who opens it. */
@Tag("quick")
class EvidenceCheckTest {

    private static final String TYPES = "[Content_Types].xml";

    static Stream<Arguments> good() throws IOException {
        return Stream.of(
                arguments(EvidenceFormat.pdf, Pdfs.signed("biên bản")),
                arguments(EvidenceFormat.docx, docx()),
                arguments(EvidenceFormat.docx, withField(docx(), "HYPERLINK \"https://example.vn/import/dde\"")),
                arguments(EvidenceFormat.docx, WordFiles.withBytes(docx(), "word/embeddings/so-lieu.xlsx", xlsx())),
                arguments(EvidenceFormat.xlsx, xlsx()),
                arguments(EvidenceFormat.pptx, pptx()),
                arguments(EvidenceFormat.png, Pictures.png(640, 480)),
                arguments(EvidenceFormat.jpg, Pictures.jpg(640, 480)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatOfficesSendIsKeptAsWhatItIs(EvidenceFormat format, byte[] content) {
        assertThat(EvidenceCheck.format(new Upload("gi-do.exe", content))).isEqualTo(format);
    }

    static Stream<Arguments> wrong() throws IOException {
        byte[] png = Pictures.png(640, 480);
        return Stream.of(
                arguments("document.file.missing", new byte[0]),
                arguments("document.file.active", Pdfs.withScript()),
                arguments("document.file.tooComplex", Pdfs.bomb()),
                arguments("attachment.kind", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)),
                arguments("attachment.kind", "<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8)),
                arguments("attachment.kind", "MZ chạy đi".getBytes(StandardCharsets.UTF_8)),
                arguments("attachment.kind", "GIF89a".getBytes(StandardCharsets.UTF_8)),
                arguments("attachment.kind", archive()),
                arguments(
                        "attachment.kind",
                        WordFiles.changed(docx(), TYPES, types -> types.replace("document.main", "x"))),
                arguments("attachment.damaged", Arrays.copyOf(docx(), 500)),
                arguments("attachment.damaged", Arrays.copyOf(png, png.length / 2)),
                arguments("attachment.damaged", Arrays.copyOf(png, png.length + 100)),
                arguments("attachment.damaged", Arrays.copyOf(Pictures.jpg(640, 480), 60)),
                arguments("attachment.tooComplex", Pictures.claiming(png, 60_000, 60_000)),
                arguments("attachment.active", WordFiles.withMacro(docx())),
                arguments("attachment.active", WordFiles.withLinkOutside(docx())),
                arguments("attachment.active", withField(docx(), "DDEAUTO c:\\\\windows\\\\cmd.exe")),
                arguments("attachment.active", withField(docx(), "DDE</w:instrText><w:instrText>AUTO cmd")),
                arguments("attachment.active", withField(docx(), " INCLUDETEXT \\\\\\\\may-chu\\\\tep")),
                arguments("attachment.active", WordFiles.withBytes(docx(), "word/embeddings/oleObject1.bin", xlsx())),
                arguments("attachment.kind", WordFiles.withBytes(docx(), "word/embeddings/a.xlsx", archive())),
                arguments("attachment.active", WordFiles.withBytes(xlsx(), "xl/externalLinks/externalLink1.xml", png)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatHarmsOrIsSomethingElseIsRefused(String why, byte[] content) {
        assertThatThrownBy(() -> EvidenceCheck.format(new Upload("bao-cao.docx", content)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.main().code()).isEqualTo(why));
    }

    private static byte[] withField(byte[] docx, String instruction) {
        return WordFiles.changed(
                docx,
                WordFiles.DOCUMENT,
                text -> text.replace(
                        "</w:p>",
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + instruction
                                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"));
    }

    /** It holds files instead of being one. */
    private static byte[] archive() throws IOException {
        return WordFiles.changed(docx(), TYPES, types -> "<Types/>");
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument file = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createParagraph().createRun().setText("Biên bản");
            file.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createSheet("Số liệu").createRow(0).createCell(0).setCellValue(1);
            file.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pptx() throws IOException {
        try (XMLSlideShow file = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createSlide();
            file.write(out);
            return out.toByteArray();
        }
    }
}
