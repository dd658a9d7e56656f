package vn.plancascade.report.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.InvalidInput;

/** Opens the workbook of an outline that was filled in: its sheets, as rows that say in their first column what they are. */
final class OutlineRows {

    private static final long MOST_UNPACKED = 32L * 1024 * 1024;
    private static final int MOST_ROWS = 1_000;

    private OutlineRows() {}

    /** Cells as they are shown, numbers without a fraction that Excel has put in. */
    static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : String.valueOf(cell.getText()).strip();
    }

    /** A row that has something in its first column. */
    record FilledRow(int number, String code, Row row) {

        /** Null where it is blank. */
        Cell cell(int column) {
            Optional<Cell> cell = column < row.getCellCount() ? row.getOptionalCell(column) : Optional.empty();
            return cell.filter(each -> each.getType() == CellType.FORMULA
                            || each.getType() != CellType.EMPTY && !text(each).isBlank())
                    .orElse(null);
        }
    }

    static Map<String, List<FilledRow>> read(Documents.Upload file) {
        if (file.content().length > Documents.MAX_BYTES) {
            throw new InvalidInput(FilledOutline.FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        if (Archive.check(file.content(), MOST_UNPACKED) != Archive.Verdict.sound) {
            throw new InvalidInput(FilledOutline.FIELD, "outline.noWorkbook");
        }
        Map<String, List<FilledRow>> sheets = new TreeMap<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file.content()), new ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.put(
                            sheet.getName(),
                            rows.limit(MOST_ROWS)
                                    .filter(row -> row.getCellCount() > 0
                                            && row.getCell(0) != null
                                            && row.getCell(0).getType() != CellType.EMPTY)
                                    .map(row -> new FilledRow(row.getRowNum(), text(row.getCell(0)), row))
                                    .toList());
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new InvalidInput(FilledOutline.FIELD, "outline.noWorkbook");
        }
        return sheets;
    }
}
