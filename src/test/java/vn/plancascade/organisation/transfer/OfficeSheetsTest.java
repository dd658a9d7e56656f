package vn.plancascade.organisation.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.SheetSeen;

/** What cells show is what is read; what no cell of its column can mean is refused by row and column. */
@Tag("quick")
class OfficeSheetsTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** One row below its header: code, name, validFrom. */
    private static byte[] row(Sheets.Filling cells) throws IOException {
        return Sheets.workbook(sheet -> {
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(0, 2, "validFrom");
            sheet.value(1, 0, "X-1");
            sheet.value(1, 1, "Tên");
            cells.fill(sheet);
        });
    }

    private static void shown(Worksheet sheet, int column, Number number, String format) {
        sheet.value(1, column, number);
        if (format != null) {
            sheet.style(1, column).format(format).set();
        }
    }

    static Stream<Arguments> numbersInText() {
        return Stream.of(
                arguments(7, "00", "07"),
                arguments(912345678L, "0000000000", "0912345678"),
                arguments(1, "&quot;SYT-&quot;00", "SYT-01"),
                arguments(7, "00-00", "00-07"),
                arguments(12345, "00-00", "123-45"),
                arguments(7, "000;[Red]-000", "007"),
                arguments(7, null, "7"),
                arguments(7, "General", "7"),
                arguments(123456789012L, null, "123456789012"));
    }

    @ParameterizedTest
    @MethodSource("numbersInText")
    void aNumberInTextReadsAsItIsShown(Number number, String format, String text) throws IOException {
        byte[] file = row(sheet -> shown(sheet, 0, number, format));
        assertThat(Sheets.values(Sheets.read(file).tables().get(0)).get(0)).containsEntry("code", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "TRUE", "false", "########"})
    void errorsAndTruthValuesAreNoText(String text) throws IOException {
        assertThat(Sheets.problems(row(sheet -> sheet.value(1, 1, text))))
                .singleElement()
                .asString()
                .startsWith("2 name import.");
        assertThat(Sheets.problems(("code,name\nX-1," + text).getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("2 name import.");
    }

    @Test
    void soAreCellsThatHoldThem() throws IOException {
        assertThat(Sheets.problems(row(sheet -> sheet.value(1, 1, true)))).containsExactly("2 name import.truthCell");
        byte[] error = Sheets.changed(
                row(sheet -> sheet.value(1, 1, 5)),
                SHEET,
                xml -> xml.replaceFirst("<c r=\"B2\"[^>]*><v>5</v>", "<c r=\"B2\" t=\"e\"><v>#N/A</v>"));
        assertThat(Sheets.problems(error)).containsExactly("2 name import.errorCell");
        assertThat(Sheets.problems(row(sheet -> shown(sheet, 1, 44958, "d-mmm"))))
                .containsExactly("2 name import.shownAsDate");
    }

    static Stream<Arguments> noDays() {
        return Stream.of(
                arguments(2020, null),
                arguments(2020, "dd/mm/yyyy"),
                arguments(0, "dd/mm/yyyy"),
                arguments(60, "dd/mm/yyyy"),
                arguments(46204, null),
                arguments(0.5, "hh:mm"),
                arguments(-3, "dd/mm/yyyy"),
                arguments(46204, "mm/yyyy"),
                arguments(1e300, "dd/mm/yyyy"));
    }

    @ParameterizedTest
    @MethodSource("noDays")
    void whatShowsNoDayIsNone(Number number, String format) throws IOException {
        assertThat(Sheets.problems(row(sheet -> shown(sheet, 2, number, format))))
                .containsExactly("2 validFrom import.date");
    }

    static Stream<Arguments> days() {
        return Stream.of(
                arguments(46204, "dd/mm/yyyy", "2026-07-01"),
                arguments(46204.75, "m/d/yy h:mm", "2026-07-01"),
                arguments(59, "dd/mm/yyyy", "1900-02-28"),
                arguments(61, "dd/mm/yyyy", "1900-03-01"));
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayIsTheOneThatExcelShows(Number number, String format, String day) throws IOException {
        byte[] file = row(sheet -> shown(sheet, 2, number, format));
        assertThat(Sheets.values(Sheets.read(file).tables().get(0)).get(0)).containsEntry("validFrom", day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true"})
    void aWorkbookOfAMacCountsFrom1904(String flag) throws IOException {
        byte[] file = Sheets.changed(
                row(sheet -> shown(sheet, 2, 44742, "dd/mm/yyyy")),
                "xl/workbook.xml",
                xml -> xml.replaceFirst("<workbookPr[^>]*/?>(</workbookPr>)?", "")
                        .replaceFirst("(<workbook[^>]*>)", "$1<workbookPr date1904=\"" + flag + "\"/>"));
        assertThat(Sheets.values(Sheets.read(file).tables().get(0)).get(0)).containsEntry("validFrom", "2026-07-01");
    }

    /** Why the product reads the cells itself; when this fails, the library may do it. */
    @Test
    void theLibrariesReadNeitherFlagNorTheCellsOfDays() throws Exception {
        byte[] mac = Sheets.changed(
                row(sheet -> shown(sheet, 2, 44742, "dd/mm/yyyy")),
                "xl/workbook.xml",
                xml -> xml.replaceFirst("<workbookPr[^>]*/?>(</workbookPr>)?", "")
                        .replaceFirst("(<workbook[^>]*>)", "$1<workbookPr date1904=\"1\"/>"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(mac))) {
            assertThat(workbook.isDate1904()).isFalse();
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(isoDay()))) {
            assertThatThrownBy(() -> workbook.getFirstSheet().read()).isInstanceOf(Exception.class);
        }
        // Apache POI's own reader of rows knows these types, and no other.
        assertThat(Class.forName(XSSFSheetXMLHandler.class.getName() + "$xssfDataType")
                        .getEnumConstants())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("BOOLEAN", "ERROR", "FORMULA", "INLINE_STRING", "SST_STRING", "NUMBER");
    }

    private static byte[] isoDay() throws IOException {
        return Sheets.changed(
                row(sheet -> sheet.value(1, 2, 5)),
                SHEET,
                xml -> xml.replaceFirst("<c r=\"C2\"[^>]*><v>5</v>", "<c r=\"C2\" t=\"d\"><v>2026-07-01T00:00:00</v>"));
    }

    @Test
    void aCellOfTypeDayIsRead() throws IOException {
        assertThat(Sheets.values(Sheets.read(isoDay()).tables().get(0)).get(0))
                .containsEntry("validFrom", "2026-07-01");
    }

    @Test
    void oldLettersAreRefusedWithWhatTheyWouldReadAs() throws IOException {
        assertThatThrownBy(() -> Sheets.read(row(sheet -> sheet.value(1, 1, "Së Y tÕ An Giang"))))
                .isInstanceOfSatisfying(
                        RejectedImport.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo("import.oldFont");
                                    assertThat(problem.args()).containsExactly("Sở Y tế An Giang");
                                }));
    }

    @Test
    void whatWasRecognisedIsToldAndCanBeCorrected() throws IOException {
        byte[] file = Sheets.workbook(sheet -> {
            sheet.value(1, 0, "DANH SÁCH CƠ SỞ");
            sheet.range(1, 0, 1, 4).merge();
            List<String> header = List.of("STT", "Mã số thuế, mã", "Tên đơn vị (*)", "Mã tỉnh", "Ghi chú");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(4, i, header.get(i));
                sheet.value(5, i, "(" + (i + 1) + ")");
            }
            sheet.value(6, 0, "I");
            sheet.value(6, 2, "Tuyến tỉnh");
            sheet.value(7, 0, 1);
            sheet.value(7, 1, "X-1");
            sheet.value(7, 2, "Một");
            // One province for two rows.
            sheet.value(7, 3, "01");
            sheet.range(7, 3, 8, 3).merge();
            sheet.value(8, 1, "X-2");
            sheet.value(8, 2, "Hai");
            sheet.value(9, 0, "Tổng cộng");
            sheet.value(9, 2, "2 đơn vị");
        });
        assertThatThrownBy(() -> Sheets.read(file)).isInstanceOfSatisfying(RejectedImport.class, rejected -> {
            assertThat(rejected.problems().get(0).code()).isEqualTo("import.noHeader");
            assertThat(rejected.sheets().get(0).headerRow()).isEqualTo(5);
            assertThat(rejected.sheets().get(0).leftOut()).hasSize(5);
        });
        // As a list of parameters is taken apart on its way.
        ColumnMap map = ColumnMap.sent(List.of("code=Mã số thuế", " mã", "=Mã tỉnh"));
        TableReader.Read read = Sheets.read("x.xlsx", file, map);
        assertThat(Sheets.values(read.tables().get(0)))
                .containsExactly(Map.of("code", "X-1", "name", "Một"), Map.of("code", "X-2", "name", "Hai"));
        SheetSeen seen = read.seen().get(0);
        assertThat(seen.sheet()).isEqualTo("Danh sách");
        assertThat(seen.headerRow()).isEqualTo(5);
        assertThat(seen.columns())
                .containsExactly(
                        new SheetSeen.Taken("B", "Mã số thuế, mã", "code"),
                        new SheetSeen.Taken("C", "Tên đơn vị (*)", "name"));
        assertThat(seen.leftOut()).extracting(SheetSeen.Left::header).containsExactly("STT", "Mã tỉnh", "Ghi chú");
        assertThat(seen.skipped())
                .extracting(row -> row.row() + " " + row.reason())
                .containsExactly("6 numbering", "7 section", "10 total");
        assertThat(Sheets.values(Sheets.read("x.xlsx", file, ColumnMap.sent(List.of("code=Mã số thuế, mã")))
                        .tables()
                        .get(0)))
                .allSatisfy(row -> assertThat(row).containsEntry("provinceCode", "01"));
    }

    @Test
    void aSheetOfPeopleMayHaveTheCodeOfAUnit() {
        TableReader.Read read = Sheets.read("Mã đơn vị;Tên đăng nhập;Họ và tên;Vai trò\nSYT-01;a.b;Trần A;Văn thư"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(read.seen().get(0).subject()).isEqualTo("people");
        assertThat(Sheets.values(read.tables().get(0)).get(0)).containsEntry("unitCode", "SYT-01");
    }

    @Test
    void headersInOldLettersAreToldWhatTheyReadAs() {
        assertThat(Sheets.problems("STT,M· ®¬n vÞ,Tªn ®¬n vÞ\n1,X-1,Së Y tÕ".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1 null import.oldFont");
    }

    @Test
    void whatStandsAroundTheRowsOfATableIsNoRow() throws IOException {
        byte[] file = Sheets.workbook(sheet -> {
            List<List<String>> rows = List.of(
                    List.of("Mã", "Tên", "Loại", "Số giường"),
                    List.of("A", "B", "1", "2=1+3"),
                    List.of("Tuyến trung ương", "", "", ""),
                    List.of("X-1", "Tổng cục Mẫu", "DOH", ""),
                    List.of("Total", "", "", "12"),
                    List.of("Người lập biểu", "", "Giám đốc", ""),
                    List.of("", "", "(Ký, ghi rõ họ tên)", ""),
                    List.of("", "Trần Văn A", "Lê Thị B", ""));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        });
        TableReader.Read read = Sheets.read(file);
        assertThat(Sheets.values(read.tables().get(0)))
                .containsExactly(Map.of("code", "X-1", "name", "Tổng cục Mẫu", "kind", "DOH"));
        assertThat(read.seen().get(0).skipped())
                .extracting(SheetSeen.Skipped::reason)
                .containsExactly("numbering", "section", "total", "signature", "signature", "signature");
    }

    @Test
    void aTitleWithMoreCommasThanTheHeaderHasSeparatorsDecidesNothing() {
        String csv = "Danh sách bệnh viện, trung tâm, trạm, phòng khám\nMã;Tên;Loại\nX-1;Một;DOH";
        assertThat(Sheets.values(Sheets.read(csv.getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .get(0)))
                .containsExactly(Map.of("code", "X-1", "name", "Một", "kind", "DOH"));
    }

    @Test
    void aRowWithoutItsKeyIsNotLeftOutUnlessItIsNoRow() {
        assertThat(Sheets.values(Sheets.read(
                                "STT,code,name,kind\n1,,Bệnh viện,DOH\n5,,Tổng đội,".getBytes(StandardCharsets.UTF_8))
                        .tables()
                        .get(0)))
                .hasSize(2);
    }

    static Stream<Arguments> files() throws Exception {
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("a");
            workbook.write(xls);
        }
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (var out = encryptor.getDataStream(file)) {
                out.write(row(sheet -> {}));
            }
            file.writeFilesystem(encrypted);
        }
        return Stream.of(
                arguments("xls", xls.toByteArray()),
                arguments("encrypted", encrypted.toByteArray()),
                arguments("ods", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
                arguments("xlsb", zip("xl/workbook.bin", "x")),
                arguments(
                        "strict",
                        zip("_rels/.rels", "<Relationships Type=\"http://purl.oclc.org/ooxml/officeDocument")),
                arguments("office", zip("word/document.xml", "<a/>")),
                arguments("archive", zip("don-vi.csv", "code,name")),
                arguments("pdf", "%PDF-1.7\n".getBytes()),
                arguments("html", "\uFEFF<html><table><tr><td>code".getBytes(StandardCharsets.UTF_8)),
                arguments(
                        "html",
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                                .getBytes()),
                arguments("picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
                arguments("archive", "Rar!\u001A\u0007".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void anotherFileIsCalledWhatItIs(String kind, byte[] content) {
        for (String name : List.of("don-vi.xlsx", "don-vi.csv", "don-vi.xls")) {
            assertThatThrownBy(() -> Sheets.read(name, content, ColumnMap.NONE))
                    .isInstanceOfSatisfying(
                            RejectedImport.class,
                            rejected -> assertThat(rejected.problems().get(0).code())
                                    .isEqualTo("file." + kind));
        }
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
