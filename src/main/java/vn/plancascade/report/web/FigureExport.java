package vn.plancascade.report.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.kernel.sheet.HarmlessText;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.FigureTable.Row;
import vn.plancascade.report.domain.FigureTable.Table;
import vn.plancascade.web.Texts;

/** Figures as files for spreadsheets: numbers as numbers, and no text that a spreadsheet could take for a formula. */
@Component
class FigureExport {

    private static final int ROWS_A_FLUSH = 1_000;

    private final Texts texts;

    FigureExport(Texts texts) {
        this.texts = texts;
    }

    byte[] csv(Table export) {
        StringWriter text = new StringWriter();
        // The mark tells Excel that the letters are Unicode.
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header(export).map(HarmlessText::of).toList());
            for (Row row : export.rows()) {
                List<String> cells =
                        new ArrayList<>(facts(row).map(HarmlessText::of).toList());
                for (Indicator indicator : export.indicators()) {
                    BigDecimal value = row.values().get(indicator.code());
                    cells.add(
                            value == null ? HarmlessText.of(row.words().get(indicator.code())) : value.toPlainString());
                }
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(Table export) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "plan-cascade", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(texts.of("report.export.sheet"));
            List<String> header = header(export).toList();
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, HarmlessText.of(header.get(i)));
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(2, 1);
            int n = 1;
            for (Row row : export.rows()) {
                int column = 0;
                for (String fact : facts(row).toList()) {
                    sheet.value(n, column++, HarmlessText.of(fact));
                }
                for (Indicator indicator : export.indicators()) {
                    BigDecimal value = row.values().get(indicator.code());
                    if (value != null) {
                        sheet.value(n, column, value);
                    } else {
                        sheet.value(n, column, HarmlessText.of(row.words().get(indicator.code())));
                    }
                    column++;
                }
                if (n++ % ROWS_A_FLUSH == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Stream<String> header(Table export) {
        return Stream.concat(
                Stream.of("unitCode", "unit", "unitKind", "province", "state", "number", "date")
                        .map(column -> texts.of("report.export." + column)),
                export.indicators().stream().map(indicator -> indicator.code() + " " + indicator.label()));
    }

    private Stream<String> facts(Row row) {
        Obligation duty = row.duty();
        return Stream.of(
                duty.unitCode(),
                duty.unitName(),
                texts.of("unitKind." + row.unitKind()),
                duty.provinceCode(),
                texts.of("state." + duty.state()),
                duty.documentNumber(),
                duty.documentDate() == null ? null : duty.documentDate().toString());
    }
}
