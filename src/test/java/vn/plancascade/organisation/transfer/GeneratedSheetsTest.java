package vn.plancascade.organisation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.kernel.Names;

/** Two hundred spreadsheets, as different as offices make them, of which the same five hundred units are read. */
@Tag("thorough")
class GeneratedSheetsTest {

    private static final int UNITS = 500;
    private static final List<String> FIELDS =
            List.of("code", "name", "kind", "provinceCode", "reportsToCode", "email", "validFrom");
    private static final Map<String, String> LABELS = Map.of(
            "code", "Mã đơn vị",
            "name", "Tên đơn vị",
            "kind", "Loại đơn vị",
            "provinceCode", "Mã tỉnh",
            "reportsToCode", "Mã đơn vị nhận báo cáo",
            "email", "Thư điện tử",
            "validFrom", "Từ ngày");
    private static final List<String> OTHERS = List.of("STT", "Điện thoại", "Ghi chú", "Số giường bệnh");

    private static final List<Map<String, String>> EXPECTED =
            IntStream.range(0, UNITS).mapToObj(GeneratedSheetsTest::unit).toList();

    private static Map<String, String> unit(int i) {
        Map<String, String> unit = new TreeMap<>();
        // Every fifth code is all digits, with a zero in front.
        unit.put("code", i % 5 == 0 ? String.format("%05d", i) : "DV-" + i);
        unit.put("name", (i % 3 == 0 ? "Bệnh viện Đa khoa khu vực " : "Trung tâm Y tế huyện ") + i);
        unit.put("kind", i % 2 == 0 ? "PROV_HOSPITAL" : "DOH");
        unit.put("provinceCode", String.format("%02d", 1 + i % 90));
        unit.put("reportsToCode", "SYT-" + String.format("%02d", 1 + i % 90));
        if (i % 4 != 0) {
            unit.put("email", "dv" + i + "@mau.example");
        }
        unit.put("validFrom", LocalDate.of(1990, 1, 1).plusDays(i * 20L).toString());
        return unit;
    }

    @Test
    void theSameUnitsAreReadOfEach() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] file = random.nextInt(4) == 0 ? csv(random) : workbook(random);
            TableReader.Read read = Sheets.read(file);
            assertThat(read.tables()).as("seed %d", seed).hasSize(1);
            List<Map<String, String>> found = Sheets.values(read.tables().get(0));
            assertThat(found).as("seed %d", seed).hasSize(UNITS);
            for (int i = 0; i < UNITS; i++) {
                assertThat(found.get(i)).as("seed %d, unit %d", seed, i).isEqualTo(EXPECTED.get(i));
            }
        }
    }

    private static byte[] workbook(Random random) throws IOException {
        List<String> columns = columns(random);
        return Sheets.workbook(sheet -> {
            int row = above(random, sheet, columns.size());
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(row, column, header(random, columns.get(column)));
            }
            row++;
            if (random.nextBoolean()) {
                for (int column = 0; column < columns.size(); column++) {
                    sheet.value(row, column, random.nextBoolean() ? "(" + (column + 1) + ")" : "" + (column + 1));
                }
                row++;
            }
            for (int i = 0; i < UNITS; i++) {
                if (random.nextInt(60) == 0) {
                    // A row of which nothing can be seen.
                    sheet.value(row++, 1, "\u00A0");
                }
                for (int column = 0; column < columns.size(); column++) {
                    cell(random, sheet, row, column, columns.get(column), i);
                }
                row++;
            }
            if (random.nextBoolean()) {
                sheet.value(row, 0, columns.get(0).equals("code") ? "Tổng cộng" : "Tổng số:");
                sheet.value(row, columns.size() - 1, UNITS);
                sheet.value(row + 2, 1, "Hà Nội, ngày 01 tháng 7 năm 2026");
            }
        });
    }

    private static int above(Random random, Worksheet sheet, int width) {
        int row = 0;
        for (int titles = random.nextInt(4); titles > 0; titles--) {
            sheet.value(row, 0, titles % 2 == 0 ? "SỞ Y TẾ TỈNH MẪU" : "DANH SÁCH ĐƠN VỊ NĂM 2026");
            sheet.range(row, 0, row, width - 1).merge();
            row += 1 + random.nextInt(2);
        }
        return row;
    }

    private static void cell(Random random, Worksheet sheet, int row, int column, String field, int i) {
        if (OTHERS.contains(field)) {
            sheet.value(row, column, field.equals("STT") ? i + 1 : 84_912_000_000L + i);
            return;
        }
        String value = EXPECTED.get(i).get(field);
        if (value == null) {
            return;
        }
        if (field.equals("validFrom") && random.nextBoolean()) {
            sheet.value(row, column, LocalDate.parse(value));
            sheet.style(row, column)
                    .format(random.nextBoolean() ? "dd/mm/yyyy" : "[$-1010000]d/m/yyyy;@")
                    .set();
        } else if (value.matches("0\\d*") && random.nextBoolean()) {
            sheet.value(row, column, Integer.parseInt(value));
            sheet.style(row, column).format("0".repeat(value.length())).set();
        } else {
            sheet.value(row, column, typed(random, field, value));
        }
    }

    private static byte[] csv(Random random) {
        List<String> columns = columns(random);
        char separator = ",;\t".charAt(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        if (random.nextInt(3) == 0) {
            text.append("sep=").append(separator).append("\r\n");
        }
        if (random.nextBoolean()) {
            text.append("DANH SÁCH ĐƠN VỊ").append("\r\n\r\n");
        }
        text.append(columns.stream()
                        .map(field -> '"' + header(random, field) + '"')
                        .collect(Collectors.joining("" + separator)))
                .append("\r\n");
        for (int i = 0; i < UNITS; i++) {
            int unit = i;
            text.append(columns.stream()
                            .map(field -> OTHERS.contains(field)
                                    ? "" + unit
                                    : EXPECTED.get(unit).get(field))
                            .map(value -> value == null ? "" : '"' + blanks(random, value) + '"')
                            .collect(Collectors.joining("" + separator)))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> columns(Random random) {
        List<String> columns = new ArrayList<>(FIELDS);
        for (String other : OTHERS) {
            if (random.nextBoolean()) {
                columns.add(other);
            }
        }
        Collections.shuffle(columns, random);
        return columns;
    }

    private static String header(Random random, String field) {
        String label = LABELS.getOrDefault(field, field);
        return switch (random.nextInt(10)) {
            case 0 -> label.replace(" ", "\u00A0");
            case 1 -> label.replace(" ", "  ");
            case 2 -> label.replaceFirst(" ", "\n");
            case 3 -> label + " (*)";
            case 4 -> label + ":";
            case 5 -> Names.folded(label);
            case 6 -> label.toUpperCase(Locale.ROOT);
            case 7 -> Normalizer.normalize(label, Normalizer.Form.NFD);
            case 8 -> LABELS.containsKey(field) ? field : label;
            default -> label;
        };
    }

    private static String typed(Random random, String field, String value) {
        if (field.equals("validFrom")) {
            LocalDate day = LocalDate.parse(value);
            return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
        }
        return blanks(random, value);
    }

    /** What nobody sees: blanks of all kinds at the ends, two within, marks apart from their letters. */
    private static String blanks(Random random, String value) {
        return switch (random.nextInt(8)) {
            case 0 -> value + "\u00A0";
            case 1 -> "\u200B" + value + "\uFEFF";
            case 2 -> value.replace(" ", "\u202F ");
            case 3 -> Normalizer.normalize(value, Normalizer.Form.NFD);
            case 4 ->
                value.matches("(DV|SYT)-\\d+") ? value.replace("-", "\u2011").toLowerCase(Locale.ROOT) : value;
            default -> value;
        };
    }
}
