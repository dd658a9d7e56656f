package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** The list of duties as a file. */
@RestController
@RequestMapping("/api/v1/obligations/export")
class DutyExportController {

    private static final int AT_ONCE = 500;

    private final ListExport export;
    private final Obligations obligations;
    private final WatchedRows rows;
    private final DutyCells cells;
    private final ChosenColumns chosen;
    private final Organisation organisation;
    private final Texts texts;

    DutyExportController(
            ListExport export,
            Obligations obligations,
            WatchedRows rows,
            DutyCells cells,
            ChosenColumns chosen,
            Organisation organisation,
            Texts texts) {
        this.export = export;
        this.obligations = obligations;
        this.rows = rows;
        this.cells = cells;
        this.chosen = chosen;
        this.organisation = organisation;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<Resource> export(
            Actor actor,
            @ParameterObject ObligationFilter filter,
            @RequestParam(required = false) Listing.Format format,
            HttpServletRequest request)
            throws IOException {
        ObligationQuery query = filter.query();
        Scope scope = organisation.scopeOf(actor);
        List<DutyColumn> columns = filter.columns() == null ? chosen.of(actor) : filter.columns();
        Listing list = new Listing(
                "export.file",
                texts.of("page.obligations.title"),
                FilterInWords.of(filter, texts),
                columns.stream().map(column -> texts.of("column." + column)).toList(),
                () -> obligations.watch(query, scope, new PageRequest(0, 1)).total(),
                writer -> each(
                        query,
                        scope,
                        row -> writer.accept(columns.stream()
                                .map(column -> cells.of(column, row))
                                .toList())));
        return export.answer(list, format, request);
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
}
