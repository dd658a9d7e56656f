package vn.plancascade.monitoring.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.sheet.HarmlessText;
import vn.plancascade.web.Texts;

/** A workbook of a list, written row by row: a cover that says what was asked for and when, and the list. */
final class ListWorkbook implements AutoCloseable {

    private static final int ROWS_A_FLUSH = 500;
    private static final String DAY = "dd/mm/yyyy";
    private static final String MOMENT = "dd/mm/yyyy hh:mm";

    private final Workbook workbook;
    private final Texts texts;
    private Worksheet sheet;
    private int next = 1;

    ListWorkbook(OutputStream file, Texts texts) {
        this.workbook = new Workbook(file, "plan-cascade", "1.0");
        this.texts = texts;
    }

    /** @param filter each filter in words */
    void cover(String title, Instant moment, long total, List<String> filter) throws IOException {
        Worksheet cover = workbook.newWorksheet(texts.of("export.cover"));
        cover.value(0, 0, title);
        cover.style(0, 0).bold().set();
        cover.value(1, 0, texts.of("export.moment"));
        cover.value(1, 1, moment.atZone(VietnamTime.ZONE).toLocalDateTime());
        cover.style(1, 1).format(MOMENT).set();
        cover.value(2, 0, texts.of("export.rows"));
        cover.value(2, 1, total);
        cover.value(3, 0, texts.of("page.filter"));
        for (int i = 0; i < filter.size(); i++) {
            cover.value(3 + i, 1, HarmlessText.of(filter.get(i)));
        }
        cover.width(0, 24);
        cover.width(1, 60);
        cover.finish();
    }

    void head(List<String> columns) {
        sheet = workbook.newWorksheet(texts.of("export.sheet"));
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(1, 1);
    }

    /** @param cells texts, days, moments and whole numbers; null leaves a cell empty */
    void row(List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof LocalDate day) {
                sheet.value(next, i, day);
                sheet.style(next, i).format(DAY).set();
            } else if (cell instanceof LocalDateTime moment) {
                sheet.value(next, i, moment);
                sheet.style(next, i).format(MOMENT).set();
            } else if (cell instanceof Long number) {
                sheet.value(next, i, number);
            } else if (cell != null) {
                sheet.value(next, i, HarmlessText.of((String) cell));
            }
        }
        if (next++ % ROWS_A_FLUSH == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
