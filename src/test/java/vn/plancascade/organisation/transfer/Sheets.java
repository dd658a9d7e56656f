package vn.plancascade.organisation.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.RejectedImport;

/** Files as offices send them, and what the product reads in them, without an application. */
final class Sheets {

    private static final TableReader READER = new TableReader(new Headers(messages()));

    private Sheets() {}

    /** Fills the sheet of a workbook. */
    interface Filling {
        void fill(Worksheet sheet) throws IOException;
    }

    static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("Danh sách"));
        }
        return bytes.toByteArray();
    }

    /** A workbook with one row below its header, and one of its parts written otherwise. */
    static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }

    static TableReader.Read read(byte[] file) {
        return read("x", file, ColumnMap.NONE);
    }

    /** @throws RejectedImport with all that is wrong */
    static TableReader.Read read(String name, byte[] file, ColumnMap map) {
        Problems problems = new Problems();
        TableReader.Read read = READER.read(name, file, map, problems);
        problems.throwIfAny();
        return read;
    }

    /** The values of each row by the column's name, in the order of the rows. */
    static List<Map<String, String>> values(Table table) {
        return table.rows.stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>();
                    for (Table.Column column : Table.Column.values()) {
                        if (row.get(column) != null) {
                            values.put(column.name(), row.get(column));
                        }
                    }
                    return values;
                })
                .toList();
    }

    /** What is wrong with a file, as {@code row column code}. */
    static List<String> problems(byte[] file) {
        try {
            read(file);
            return List.of();
        } catch (RejectedImport rejected) {
            return rejected.problems().stream()
                    .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                    .toList();
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
