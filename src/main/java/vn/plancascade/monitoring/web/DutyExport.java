package vn.plancascade.monitoring.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.sheet.HarmlessText;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/**
 * All duties that a filter finds, as a file: as they were at one moment, and some hundred of them in memory at a time, however many
 * they are.
 */
@Component
class DutyExport {

    private static final int AT_ONCE = 500;

    private final Obligations obligations;
    private final WatchedRows rows;
    private final DutyCells cells;
    private final Texts texts;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    DutyExport(
            Obligations obligations,
            WatchedRows rows,
            DutyCells cells,
            Texts texts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.obligations = obligations;
        this.rows = rows;
        this.cells = cells;
        this.texts = texts;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void csv(ObligationQuery query, Scope scope, List<DutyColumn> columns, OutputStream file) {
        oneMoment.executeWithoutResult(status -> {
            OutputStreamWriter text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
            try (de.siegmar.fastcsv.writer.CsvWriter csv =
                    de.siegmar.fastcsv.writer.CsvWriter.builder().build(text)) {
                // The mark tells Excel that the letters are Unicode.
                text.write('\uFEFF');
                csv.writeRecord(columns.stream().map(this::header).toList());
                each(
                        query,
                        scope,
                        row -> csv.writeRecord(columns.stream()
                                .map(column -> written(cells.of(column, row)))
                                .toList()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    void xlsx(ObligationQuery query, Scope scope, List<DutyColumn> columns, List<String> filter, OutputStream file) {
        oneMoment.executeWithoutResult(status -> {
            long total = obligations.watch(query, scope, new PageRequest(0, 1)).total();
            try (DutyWorkbook workbook = new DutyWorkbook(file, texts)) {
                workbook.cover(clock.instant(), total, filter);
                workbook.head(columns);
                each(
                        query,
                        scope,
                        row -> workbook.row(columns.stream()
                                .map(column -> cells.of(column, row))
                                .toList()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    private void each(ObligationQuery query, Scope scope, Consumer<WatchedRows.Row> writer) {
        List<WatchedDuty> read = new ArrayList<>(AT_ONCE);
        obligations.each(query, scope, duty -> {
            read.add(duty);
            if (read.size() == AT_ONCE) {
                rows.of(read).forEach(writer);
                read.clear();
            }
        });
        rows.of(read).forEach(writer);
    }

    private String header(DutyColumn column) {
        return texts.of("column." + column);
    }

    private static String written(Object value) {
        return value instanceof LocalDate || value instanceof Long ? value.toString() : HarmlessText.of((String) value);
    }
}
