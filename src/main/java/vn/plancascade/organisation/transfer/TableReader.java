package vn.plancascade.organisation.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Archive;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.organisation.transfer.Table.Column;

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

    List<Table> read(String name, byte[] content, Problems problems) {
        if (content.length > MOST_BYTES) {
            throw Problems.fatal(null, null, "import.tooLarge", MOST_BYTES / 1024 / 1024);
        }
        if (content.length == 0) {
            throw Problems.fatal(null, null, "import.empty");
        }
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        boolean workbook = name != null && name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        if (workbook && !zip) {
            throw Problems.fatal(null, null, "import.noWorkbook");
        }
        List<Table> tables = zip ? workbook(content, problems) : csv(content, problems);
        if (tables.isEmpty()) {
            throw Problems.fatal(1, null, "import.noHeader");
        }
        if (tables.stream().allMatch(table -> table.rows.isEmpty())) {
            problems.throwIfAny();
            throw Problems.fatal(null, null, "import.empty");
        }
        return tables;
    }

    // CSV

    private List<Table> csv(byte[] content, Problems problems) {
        String text = decoded(content);
        char separator = separator(text);
        if (endsWithinQuotes(text, separator)) {
            throw Problems.fatal((int) text.lines().count(), null, "import.half");
        }
        Map<Integer, Column> places = new HashMap<>();
        Table[] table = new Table[1];
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                if (table[0] == null) {
                    table[0] = headers.head(record.getFields(), places, problems);
                    if (table[0] == null) {
                        return List.of();
                    }
                } else {
                    add(table[0], (int) record.getStartingLineNumber(), record.getFields(), places, problems);
                }
            }
        } catch (CsvParseException wrong) {
            throw Problems.fatal(null, null, "import.unreadable");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table[0] == null ? List.of() : List.of(table[0]);
    }

    /** Whether the last field was opened with a quote that is never closed; one in the middle of a field is a letter. */
    private static boolean endsWithinQuotes(String text, char separator) {
        boolean fieldStarts = true;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' && (fieldStarts || quoted)) {
                quoted = !quoted;
                // Two quotes within a quoted field stand for one, and open it again.
                fieldStarts = !quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
            } else if (!quoted) {
                fieldStarts = letter == separator || letter == '\n' || letter == '\r';
            }
        }
        return quoted;
    }

    /** Whichever of the three stands in the header most often. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char mark : new char[] {';', '\t'}) {
            best = count(first, mark) > count(first, best) ? mark : best;
        }
        return best;
    }

    private static long count(String text, char mark) {
        return text.chars().filter(letter -> letter == mark).count();
    }

    private static String decoded(byte[] content) {
        int mark = 0;
        Charset charset = StandardCharsets.UTF_8;
        if (content.length > 2 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF) {
            mark = 3;
        } else if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, mark, content.length - mark);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            int row = 1;
            for (int i = 0; i < bytes.position(); i++) {
                row += content[i] == '\n' ? 1 : 0;
            }
            throw Problems.fatal(row, null, "import.encoding");
        }
        return text.flip().toString();
    }

    // XLSX

    private List<Table> workbook(byte[] content, Problems problems) {
        refuseBomb(content);
        List<Table> tables = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (Sheet sheet : sheets) {
                read(sheet, tables, problems);
            }
            return tables;
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            if (unreadable instanceof vn.plancascade.organisation.RejectedImport rejected) {
                throw rejected;
            }
            throw Problems.fatal(null, null, "import.unreadable");
        }
    }

    /** A sheet that is headed by neither units nor people explains something. */
    private void read(Sheet sheet, List<Table> tables, Problems problems) throws IOException {
        Map<Integer, Column> places = new HashMap<>();
        Table[] table = new Table[1];
        boolean[] headed = new boolean[1];
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            rows.forEach(row -> {
                List<Cell> cells = new ArrayList<>();
                row.forEach(cells::add);
                if (!headed[0]) {
                    headed[0] = true;
                    table[0] = headers.head(
                            cells.stream().map(TableReader::headerText).toList(), places, problems);
                    if (table[0] != null) {
                        tables.add(table[0]);
                    }
                } else if (table[0] != null) {
                    add(
                            table[0],
                            row.getRowNum(),
                            texts(table[0], row.getRowNum(), cells, places, problems),
                            places,
                            problems);
                }
            });
        }
    }

    private static String headerText(Cell cell) {
        return cell == null || cell.getType() == CellType.EMPTY ? "" : cell.getText();
    }

    private static List<String> texts(
            Table table, int number, List<Cell> cells, Map<Integer, Column> places, Problems problems) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Column column = places.get(i);
            if (cell == null || column == null || cell.getType() == CellType.EMPTY) {
                texts.add(null);
            } else if (cell.getType() == CellType.FORMULA) {
                // Read as text, it is refused like any other formula.
                texts.add("=" + cell.getFormula());
            } else if (cell.getType() == CellType.NUMBER) {
                texts.add(number(cell, column));
            } else {
                texts.add(cell.getText());
            }
        }
        return texts;
    }

    private static String number(Cell cell, Column column) {
        if (column.isDate()) {
            try {
                return cell.asDate().toLocalDate().toString();
            } catch (RuntimeException noDay) {
                // Refused as a day by the text that the cell shows.
                return cell.getRawValue();
            }
        }
        BigDecimal number = cell.asNumber();
        String text = number.stripTrailingZeros().toPlainString();
        return column == Column.provinceCode && text.length() == 1 ? "0" + text : text;
    }

    private static void refuseBomb(byte[] content) {
        switch (Archive.check(content, MOST_UNPACKED)) {
            case damaged -> throw Problems.fatal(null, null, "import.half");
            case withDoctype -> throw Problems.fatal(null, null, "import.unreadable");
            case tooLarge -> throw Problems.fatal(null, null, "import.bomb");
            case sound -> {}
        }
    }

    private static void add(
            Table table, int number, List<String> cells, Map<Integer, Column> places, Problems problems) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        Set<Column> wrong = EnumSet.noneOf(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Column column = places.get(i);
            if (column == null) {
                if (cells.get(i) != null && !cells.get(i).isBlank()) {
                    problems.add(number, null, "import.extraCell", i + 1);
                }
                continue;
            }
            String value = Cells.checked(cells.get(i), column, number, table.header(column), problems);
            if (value != null) {
                values.put(column, value);
            } else if (cells.get(i) != null && !cells.get(i).isBlank()) {
                wrong.add(column);
            }
        }
        if (!values.isEmpty()) {
            if (table.rows.size() == UnitImport.MAX_ROWS) {
                throw Problems.fatal(number, null, "import.tooManyRows", UnitImport.MAX_ROWS);
            }
            table.rows.add(new Table.Row(number, values, wrong));
        }
    }
}
