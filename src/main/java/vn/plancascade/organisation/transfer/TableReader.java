package vn.plancascade.organisation.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.kernel.sheet.FileKind;
import vn.plancascade.kernel.sheet.Workbooks;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.SheetSeen;

/** Reads CSV files and workbooks into rows, a row at a time. */
@Component
class TableReader {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** A hundred thousand rows unpack to some 60 MB. */
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;

    private final Headers headers;

    TableReader(Headers headers) {
        this.headers = headers;
    }

    /** What a file holds, and what of it was recognised. */
    record Read(List<Table> tables, List<SheetSeen> seen) {}

    Read read(String name, byte[] content, ColumnMap map, Problems problems) {
        if (content.length > MOST_BYTES) {
            throw Problems.fatal(null, null, "import.tooLarge", MOST_BYTES / 1024 / 1024);
        }
        if (content.length == 0) {
            throw Problems.fatal(null, null, "import.empty");
        }
        FileKind kind = FileKind.of(content);
        boolean workbook = kind == FileKind.workbook;
        if (!workbook && kind != FileKind.text) {
            throw Problems.fatal(null, null, "file." + kind);
        }
        if (!workbook && name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Problems.fatal(null, null, "import.noWorkbook");
        }
        List<SheetRows> sheets = workbook ? workbook(content, map, problems) : csv(content, map, problems);
        List<Table> tables =
                sheets.stream().map(SheetRows::end).filter(Objects::nonNull).toList();
        List<SheetSeen> seen = sheets.stream().map(SheetRows::seen).toList();
        problems.seen(seen);
        if (tables.isEmpty()) {
            sheets.forEach(SheetRows::refuseOldLetters);
            throw problems.andFatal(1, null, "import.noHeader");
        }
        if (tables.stream().allMatch(table -> table.rows.isEmpty())) {
            problems.throwIfAny();
            throw problems.andFatal(null, null, "import.empty");
        }
        return new Read(tables, seen);
    }

    private List<SheetRows> csv(byte[] content, ColumnMap map, Problems problems) {
        return List.of(CsvFile.read(content, () -> new SheetRows(null, headers, map, problems)));
    }

    private List<SheetRows> workbook(byte[] content, ColumnMap map, Problems problems) {
        refuseBomb(content);
        List<SheetRows> sheets = new ArrayList<>();
        try {
            Workbooks.read(content, new Workbooks.Visitor() {
                @Override
                public void sheet(String name) {
                    sheets.add(new SheetRows(name, headers, map, problems));
                }

                @Override
                public void row(int number, List<Cell> cells) {
                    sheets.get(sheets.size() - 1).row(number, cells);
                }
            });
        } catch (RejectedImport rejected) {
            throw rejected;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            throw Problems.fatal(null, null, "import.unreadable");
        }
        return sheets;
    }

    private static void refuseBomb(byte[] content) {
        switch (Archive.check(content, MOST_UNPACKED)) {
            case damaged -> throw Problems.fatal(null, null, "import.half");
            case withDoctype -> throw Problems.fatal(null, null, "import.unreadable");
            case tooLarge -> throw Problems.fatal(null, null, "import.bomb");
            case sound -> {}
        }
    }
}
