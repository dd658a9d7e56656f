package vn.plancascade.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.kernel.sheet.FileKind;
import vn.plancascade.kernel.sheet.Workbooks;

/** Opens a workbook that was filled in: its sheets, as rows that say in their first column what they are. */
public final class FilledWorkbook {

    private static final String FIELD = "file";
    private static final long MOST_UNPACKED = 8L * 1024 * 1024;
    private static final int MOST_ROWS = 1_000;

    private FilledWorkbook() {}

    /** The cell's text as it is shown, in the form that texts are kept in. */
    public static String text(Cell cell) {
        return PlainText.of(cell.shown());
    }

    /** A row that has something in its first column. */
    public record FilledRow(int number, String code, List<Cell> cells) {

        /** Null where it is blank. */
        public Cell cell(int column) {
            return column < cells.size() && !text(cells.get(column)).isEmpty() ? cells.get(column) : null;
        }
    }

    /**
     * The rows of each sheet.
     *
     * @throws InvalidInput on {@code file} if it is no workbook that can be read
     */
    public static Map<String, List<FilledRow>> read(Documents.Upload file) {
        if (file.content().length > Documents.MAX_BYTES) {
            throw new InvalidInput(FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        FileKind kind = FileKind.of(file.content());
        if (kind != FileKind.workbook && kind != FileKind.text) {
            throw new InvalidInput(FIELD, "file." + kind);
        }
        if (Archive.check(file.content(), MOST_UNPACKED) != Archive.Verdict.sound) {
            throw new InvalidInput(FIELD, "outline.noWorkbook");
        }
        Sheets sheets = new Sheets();
        try {
            Workbooks.read(file.content(), sheets);
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw new InvalidInput(FIELD, "outline.noWorkbook");
        }
        return sheets.read;
    }

    private static final class Sheets implements Workbooks.Visitor {

        private final Map<String, List<FilledRow>> read = new TreeMap<>();
        private List<FilledRow> rows;

        @Override
        public void sheet(String name) {
            rows = new ArrayList<>();
            read.put(name, rows);
        }

        @Override
        public void row(int number, List<Cell> cells) {
            String code = PlainText.line(cells.get(0).shown());
            if (number <= MOST_ROWS && !code.isEmpty()) {
                rows.add(new FilledRow(number, code, cells));
            }
        }
    }
}
