package vn.plancascade.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Reads the sample's files from the classpath. */
final class SampleFiles {

    private SampleFiles() {}

    static List<SampleUnit> units() {
        return rows("units.csv").stream()
                .map(row -> new SampleUnit(
                        row.get("code"),
                        row.get("name"),
                        row.get("kind"),
                        value(row, "provinceCode"),
                        value(row, "parentCode"),
                        value(row, "reportsToCode"),
                        value(row, "email"),
                        value(row, "symbol"),
                        value(row, "place"),
                        row.get("numbering"),
                        Boolean.parseBoolean(row.get("clerk")),
                        value(row, "headTitle")))
                .toList();
    }

    static List<Map<String, String>> rows(String file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader(file))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Reader reader(String file) {
        try {
            return new InputStreamReader(
                    new ClassPathResource("sample/" + file).getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String value(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null || value.isBlank() ? null : value;
    }
}
