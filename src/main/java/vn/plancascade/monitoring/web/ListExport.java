package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.sheet.HarmlessText;
import vn.plancascade.web.Download;
import vn.plancascade.web.Texts;

/**
 * All that a filter finds, as a file: as it was at one moment, and some hundred rows of it in memory at a time, however many they
 * are. It is written to a file of the server first: a connection to the database is not held for as long as somebody's line is
 * slow, and what fails half way is an error and no half file.
 */
@Component
class ListExport {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final Texts texts;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    ListExport(Texts texts, Clock clock, PlatformTransactionManager transactions) {
        this.texts = texts;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param format what was asked for; where it is null the request's Accept decides, and a workbook is the rule */
    ResponseEntity<Resource> answer(Listing list, Listing.Format format, HttpServletRequest request)
            throws IOException {
        String accepted = request.getHeader("Accept");
        boolean csv = format == null ? accepted != null && accepted.contains(CSV) : format == Listing.Format.csv;
        Path file = Files.createTempFile("list", null);
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                if (csv) {
                    csv(list, out);
                } else {
                    xlsx(list, out);
                }
            }
            String name = texts.of(list.nameKey(), VietnamTime.dayOf(clock.instant())) + (csv ? ".csv" : ".xlsx");
            long length = Files.size(file);
            InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return Download.of(name, csv ? CSV + ";charset=UTF-8" : XLSX)
                    .contentLength(length)
                    .body(new InputStreamResource(content));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private void csv(Listing list, OutputStream file) {
        oneMoment.executeWithoutResult(status -> {
            OutputStreamWriter text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
            try (de.siegmar.fastcsv.writer.CsvWriter csv =
                    de.siegmar.fastcsv.writer.CsvWriter.builder().build(text)) {
                // The mark tells Excel that the letters are Unicode.
                text.write('\uFEFF');
                csv.writeRecord(list.headers());
                list.rows()
                        .accept(row -> csv.writeRecord(
                                row.stream().map(ListExport::written).toList()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    void xlsx(Listing list, OutputStream file) {
        oneMoment.executeWithoutResult(status -> {
            try (ListWorkbook workbook = new ListWorkbook(file, texts)) {
                workbook.cover(list.title(), clock.instant(), list.total().getAsLong(), list.filter());
                workbook.head(list.headers());
                list.rows().accept(workbook::row);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    private static String written(Object value) {
        if (value instanceof LocalDateTime moment) {
            return moment.toString().replace('T', ' ');
        }
        return value instanceof LocalDate || value instanceof Long ? value.toString() : HarmlessText.of((String) value);
    }
}
