package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;

/** Figures of a sheet are what its cells show, or are refused by their indicator. */
@Tag("quick")
class FilledOutlineTest {

    private static final long REPORT = 7;
    private static final String NUMBER = "TT01";
    private static final String PERCENTAGE = "TL01";
    private static final String WORDS = "VB01";

    private static final Map<String, Indicator> ASKED = new TreeMap<>(Map.of(
            NUMBER, indicator(NUMBER, Type.number),
            PERCENTAGE, indicator(PERCENTAGE, Type.percentage),
            WORDS, indicator(WORDS, Type.text)));

    private static Indicator indicator(String code, Type type) {
        return new Indicator(code, code, "", null, type, true, 2, true, true, null, null, null, null, null);
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                arguments(NUMBER, 12.199999999999999, "General", "12.2"),
                arguments(NUMBER, 1234567, "#,##0", "1234567"),
                arguments(NUMBER, 7.25, "0", "7.25"),
                arguments(PERCENTAGE, 0.5, "0%", "50"),
                arguments(PERCENTAGE, 0.07, "0.00%", "7"),
                arguments(PERCENTAGE, 50, "General", "50"),
                arguments(WORDS, 7, "00", "\"07\""),
                arguments(WORDS, 0.5, "0%", "\"50%\""));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureIsWhatItsCellShows(String code, Number typed, String format, String read) throws IOException {
        JsonNode figure = read(code, number(typed, format)).at("/figures/" + code);
        if (figure.isNumber()) {
            assertThat(figure.decimalValue()).isEqualByComparingTo(read);
        } else {
            assertThat(figure).hasToString(read);
        }
    }

    static Stream<Arguments> noFigures() {
        return Stream.of(
                arguments(NUMBER, number(44958, "d-mmm"), "outline.date"),
                arguments(NUMBER, number(0.5, "h:mm"), "outline.date"),
                arguments(WORDS, number(44958, "dd/mm/yyyy"), "outline.date"),
                arguments(NUMBER, number(0.5, "0%"), "outline.percentage"),
                arguments(NUMBER, set(cell -> cell.setCellErrorValue(FormulaError.NA.getCode())), "outline.error"),
                arguments(NUMBER, set(cell -> cell.setCellFormula("1+1")), "outline.formula"));
    }

    @ParameterizedTest
    @MethodSource("noFigures")
    void whatASpreadsheetMadeOfAFigureIsRefusedByItsIndicator(
            String code, BiConsumer<Workbook, Cell> cell, String problem) {
        assertThatThrownBy(() -> read(code, cell))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field, Violation::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("figures." + code, problem)));
    }

    @Test
    void textOfCellsIsKeptInTheOneForm() throws IOException {
        assertThat(read(NUMBER, set(cell -> cell.setCellValue("\u00A01\u202F234,5\uFEFF")))
                        .at("/figures/" + NUMBER)
                        .asText())
                .isEqualTo("1 234,5");
        assertThat(read(WORDS, set(cell -> cell.setCellValue("Ðã\u00A0tập  huấn.\nĐủ.\u200B")))
                        .at("/figures/" + WORDS)
                        .asText())
                .isEqualTo("Đã tập huấn.\nĐủ.");
        assertThat(read("situation", set(cell -> cell.setCellValue("Ổn\u00A0định.")))
                        .at("/narrative/situation")
                        .asText())
                .isEqualTo("Ổn định.");
    }

    @Test
    void anotherFileIsCalledWhatItIs() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("a");
            workbook.write(old);
        }
        assertThat(problem(old.toByteArray())).isEqualTo("file.xls");
        assertThat(problem("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("file.pdf");
        assertThat(problem("chữ".getBytes(StandardCharsets.UTF_8))).isEqualTo("outline.noWorkbook");
    }

    private static String problem(byte[] file) {
        try {
            FilledOutline.read(new Documents.Upload("a.xlsx", file), REPORT, ASKED);
            return null;
        } catch (InvalidInput refused) {
            return refused.main().code();
        }
    }

    /** What is read of an outline in which one cell is filled in. */
    private static JsonNode read(String row, BiConsumer<Workbook, Cell> filling) throws IOException {
        byte[] outline = OutlineWorkbook.of(new OutlineWorkbook.Content(
                REPORT,
                "Báo cáo",
                "Đơn vị",
                List.of("Mã", "Chỉ tiêu", "Đơn vị tính", "Năm trước", "Số liệu"),
                ASKED.keySet().stream()
                        .map(code -> List.of(code, code, "", "", ""))
                        .toList(),
                Map.of("situation", "Tình hình")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(outline))) {
            workbook.forEach(sheet -> {
                for (Row each : sheet) {
                    if (each.getCell(0) != null && each.getCell(0).toString().equals(row)) {
                        boolean figures = sheet.getSheetName().equals(OutlineWorkbook.FIGURES);
                        filling.accept(
                                workbook, each.createCell(figures ? OutlineWorkbook.FIGURE : OutlineWorkbook.TEXT));
                    }
                }
            });
            workbook.write(bytes);
        }
        return FilledOutline.read(new Documents.Upload("a.xlsx", bytes.toByteArray()), REPORT, ASKED);
    }

    private static BiConsumer<Workbook, Cell> number(Number value, String format) {
        return (workbook, cell) -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            cell.setCellValue(value.doubleValue());
        };
    }

    private static BiConsumer<Workbook, Cell> set(java.util.function.Consumer<Cell> setting) {
        return (workbook, cell) -> setting.accept(cell);
    }
}
