package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Download;
import vn.plancascade.web.Texts;

/**
 * The list of duties as a file. It is written to a file of the server first: a connection to the database is not held for as long
 * as somebody's line is slow, and what fails half way is an error and no half file.
 */
@RestController
@RequestMapping("/api/v1/obligations/export")
class DutyExportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final DutyExport export;
    private final ChosenColumns chosen;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    DutyExportController(DutyExport export, ChosenColumns chosen, Organisation organisation, Texts texts, Clock clock) {
        this.export = export;
        this.chosen = chosen;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Resource> export(
            Actor actor,
            @ParameterObject ObligationFilter filter,
            @RequestParam(required = false) Format format,
            HttpServletRequest request)
            throws IOException {
        String accepted = request.getHeader("Accept");
        boolean csv = format == null ? accepted != null && accepted.contains(CSV) : format == Format.csv;
        ObligationQuery query = filter.query();
        Scope scope = organisation.scopeOf(actor);
        List<DutyColumn> columns = filter.columns() == null ? chosen.of(actor) : filter.columns();
        Path file = Files.createTempFile("duties", null);
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                if (csv) {
                    export.csv(query, scope, columns, out);
                } else {
                    export.xlsx(query, scope, columns, FilterInWords.of(filter, texts), out);
                }
            }
            String name = texts.of("export.file", VietnamTime.dayOf(clock.instant())) + (csv ? ".csv" : ".xlsx");
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

    enum Format {
        xlsx,
        csv
    }
}
