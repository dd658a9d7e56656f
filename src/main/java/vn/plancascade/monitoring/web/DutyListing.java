package vn.plancascade.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** Duties as a list that is handed out row by row, some hundred read at a time. */
@Component
class DutyListing {

    private static final int AT_ONCE = 500;

    private final Obligations obligations;
    private final WatchedRows rows;
    private final DutyCells cells;
    private final Texts texts;

    DutyListing(Obligations obligations, WatchedRows rows, DutyCells cells, Texts texts) {
        this.obligations = obligations;
        this.rows = rows;
        this.cells = cells;
        this.texts = texts;
    }

    Listing of(ObligationQuery query, Scope scope, List<DutyColumn> columns, List<String> filter) {
        return new Listing(
                "export.file",
                texts.of("page.obligations.title"),
                filter,
                columns.stream().map(column -> texts.of("column." + column)).toList(),
                () -> obligations.watch(query, scope, new PageRequest(0, 1)).total(),
                writer -> each(
                        query,
                        scope,
                        row -> writer.accept(columns.stream()
                                .map(column -> cells.of(column, row))
                                .toList())));
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
