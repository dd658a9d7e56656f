package vn.plancascade.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.support.Pdfs;

/** What is taken in as a signed document is a PDF and nothing else, and harms nobody who opens it. */
@Tag("thorough")
class SignedPdfTest {

    static Stream<Arguments> wrong() {
        byte[] good = Pdfs.signed("bản quét");
        return Stream.of(
                arguments("document.file.noPdf", Pdfs.after("<script>alert(document.domain)</script>\n", good)),
                arguments("document.file.noPdf", Pdfs.after("\n", good)),
                arguments("document.file.noPdf", Pdfs.after("\u00ef\u00bb\u00bf", good)),
                arguments("document.file.noPdf", Pdfs.after("PK\u0003\u0004", good)),
                arguments("document.file.noPdf", Pdfs.after("MZ", good)),
                arguments("document.file.noPdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
                arguments("document.file.tooComplex", Pdfs.bomb()),
                arguments("document.file.tooComplex", hidden("/Obj#53tm", "/FlateDecode")),
                arguments("document.file.tooComplex", hidden("/ObjStm", "[/ASCIIHexDecode /FlateDecode]")),
                arguments("document.file.tooComplex", hidden("/XRef", "[/FlateDecode /LZWDecode]")),
                arguments("document.file.tooComplex", Pdfs.pageBomb(COSName.FLATE_DECODE)),
                arguments("document.file.tooComplex", Pdfs.pageBomb(COSName.ASCII_HEX_DECODE, COSName.FLATE_DECODE)),
                arguments("document.file.tooComplex", Pdfs.withObjects(120_000)),
                arguments("document.file.tooComplex", Pdfs.withPictureOf(65_000, 65_000)),
                arguments("document.file.active", Pdfs.withScript()),
                arguments("document.file.encrypted", Pdfs.encrypted()));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aFileThatIsNotWhatItSaysIsRefused(String why, byte[] content) {
        assertThat(content.length).isLessThan(Documents.MAX_BYTES);
        assertThatThrownBy(() -> SignedPdf.check(new Documents.Upload("ke-hoach.pdf", content)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.main().code()).isEqualTo(why));
    }

    @Test
    void anOrdinaryFileIsTakenIn() {
        for (byte[] good :
                new byte[][] {Pdfs.signed("bản quét"), Pdfs.withObjects(2_000), Pdfs.withPictureOf(2480, 3508)}) {
            assertThatCode(() -> SignedPdf.check(new Documents.Upload("ke-hoach.pdf", good)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Kế hoạch.pdf | Kế hoạch.pdf",
                "KẾ HOẠCH.PDF | KẾ HOẠCH.pdf",
                "virus.hta | virus.pdf",
                "trang.html | trang.pdf",
                "ke-hoach.pdf.html | ke-hoach-pdf.pdf",
                "ke-hoach.pdf.exe. | ke-hoach-pdf-exe-.pdf",
                "..\\..\\Kế hoạch | Kế hoạch.pdf",
                "../../etc/passwd | passwd.pdf",
                "a<b>\"c;d | a-b-c-d.pdf",
                ".pdf | van-ban.pdf",
                "... | van-ban.pdf",
                "- | van-ban.pdf"
            })
    void theEndingIsOursWhateverIsSent(String sent, String kept) {
        assertThat(Documents.fileName(sent, "van-ban", DocumentFormat.pdf.name()))
                .isEqualTo(kept);
    }

    @Test
    void noNameTurnsRoundIsTooLongOrBreaksAHeader() {
        assertThat(Documents.fileName("ke\u202Efdp.exe\u0000\r\nX: y", "van-ban", DocumentFormat.pdf.name()))
                .matches("[\\p{L}0-9 -]+\\.pdf");
        assertThat(Documents.fileName("á".repeat(500) + ".docx", "van-ban", DocumentFormat.docx.name()))
                .hasSize(Documents.NAME_LENGTH)
                .endsWith(".docx");
    }

    /** The bomb with another way of saying what it is; the text keeps its length or the file its mistakes, no matter. */
    private static byte[] hidden(String type, String filter) {
        String bomb = new String(Pdfs.bomb(), StandardCharsets.ISO_8859_1);
        return bomb.replaceFirst("/ObjStm", type)
                .replaceFirst("/Filter /FlateDecode", "/Filter " + filter)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
