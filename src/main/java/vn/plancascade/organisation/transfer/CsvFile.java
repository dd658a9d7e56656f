package vn.plancascade.organisation.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.plancascade.kernel.sheet.Cell;

/** CSV as spreadsheets write it: in any form of Unicode that says so, or UTF-8, with any of three separators. */
final class CsvFile {

    private static final int LOOKED_AT = 20;

    /** The line by which Excel is told how a file is separated; it is no row. */
    private static final Pattern SEPARATOR =
            Pattern.compile("\\A\"?sep=(.)\"?(?:\\r\\n|\\n|\\r|\\z)", Pattern.CASE_INSENSITIVE);

    private CsvFile() {}

    /** What it holds, by the first of the likely separators with which a row names columns. */
    static SheetRows read(byte[] content, Supplier<SheetRows> empty) {
        String text = decoded(content);
        Matcher said = SEPARATOR.matcher(text);
        if (said.find()) {
            char separator = said.group(1).charAt(0);
            if (separator == '"' || Character.isISOControl(separator) && separator != '\t') {
                throw Problems.fatal(1, null, "import.unreadable");
            }
            SheetRows rows = empty.get();
            read(text.substring(said.end()), 1, separator, rows);
            return rows;
        }
        SheetRows first = null;
        for (char separator : separators(text)) {
            SheetRows rows = empty.get();
            read(text, 0, separator, rows);
            if (rows.end() != null) {
                return rows;
            }
            first = first == null ? rows : first;
        }
        return first;
    }

    private static void read(String text, int before, char separator, SheetRows rows) {
        if (endsWithinQuotes(text, separator)) {
            throw Problems.fatal((int) text.lines().count() + before, null, "import.half");
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .ignoreDifferentFieldCount(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                rows.row(
                        (int) line.getStartingLineNumber() + before,
                        line.getFields().stream().map(Cell::text).toList());
            }
        } catch (CsvParseException wrong) {
            throw Problems.fatal(null, null, "import.unreadable");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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

    /** The three, first the one that stands in one of the first lines most often: that line is likely the header. */
    private static List<Character> separators(String text) {
        List<String> beginning = text.lines().limit(LOOKED_AT).toList();
        return Stream.of(',', ';', '\t')
                .sorted(Comparator.comparing(mark -> -beginning.stream()
                        .mapToLong(line -> count(line, mark))
                        .max()
                        .orElse(0)))
                .toList();
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
}
