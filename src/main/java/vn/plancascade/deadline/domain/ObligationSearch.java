package vn.plancascade.deadline.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.PlannedStatements;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;

/** The list of duties, cut to the reader's scope inside its statement. */
@Repository
class ObligationSearch {

    static final String SELECT =
            "select o.*, u.name as unit_name, u.province_code from obligation o join unit u on u.code = o.unit_code";

    private final JdbcClient jdbc;
    private final JdbcClient byAndBy;
    private final ObligationConditions conditions;
    private final Remembered remembered;

    ObligationSearch(JdbcClient jdbc, DataSource dataSource, ObligationConditions conditions, Remembered remembered) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.remembered = remembered;
        this.byAndBy = PlannedStatements.byAndBy(dataSource);
    }

    Page<Obligation> search(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        return watch(query, scope, now, page).map(WatchedDuty::duty).plain();
    }

    ObligationPage<WatchedDuty> watch(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = conditions.where(query, scope, now, params);
        DutyOrder order = DutyOrder.of(query.sort());
        long total = remembered.count(DutyPage.from(where) + where, params);
        if (total == 0) {
            return new ObligationPage<>(List.of(), page.page(), page.size(), 0, null);
        }
        Optional<DutyValues> values = values(order, where, total, params);
        DutyOrder.Place after = query.after() == null ? null : order.place(query.after(), params);
        String behind = after == null ? "" : " and " + order.after(after);
        List<WatchedDuty> found = values.flatMap(of -> of.page(where, after, page, params))
                .map(ids -> rows(ids, order, page, params))
                .filter(full -> full.size() > page.size())
                .orElseGet(() -> rows(
                        DutyPage.of(order, where + behind, total, fills(where + behind, params, page)),
                        order,
                        page,
                        params));
        boolean more = found.size() > page.size();
        List<WatchedDuty> items = more ? found.subList(0, page.size()) : found;
        return new ObligationPage<>(
                items, page.page(), page.size(), total, more ? order.next(items.get(items.size() - 1), now) : null);
    }

    /** Whether there are as many as a page reaches that meet a condition beside. */
    private Predicate<String> fills(String where, Map<String, Object> params, PageRequest page) {
        return beside ->
                remembered.count(DutyPage.from(where) + where + " and " + beside, params) > page.offset() + page.size();
    }

    /** By their ids, found before: a list was once seen empty where H2 joined with the select of a page. */
    private List<WatchedDuty> rows(String page, DutyOrder order, PageRequest reach, Map<String, Object> params) {
        List<Long> ids = jdbc.sql(page)
                .params(params)
                .param("size", reach.size() + 1)
                .param("offset", reach.offset())
                .param("end", reach.offset() + reach.size() + 1)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where o.id in (:ids) order by " + order.sql())
                        .params(params)
                        .param("ids", ids)
                        .query((row, n) -> WatchedRow.read(row))
                        .list();
    }

    /** Few rows are sorted sooner than their values are counted. */
    private Optional<DutyValues> values(DutyOrder order, String where, long total, Map<String, Object> params) {
        return (total > DutyPage.FEW ? order.values(where) : Optional.<String>empty())
                .map(sql -> new DutyValues(order, remembered.rows(sql, params, (row, n) -> order.value(row))));
    }

    /** Reads as it goes: a database hands a cursor's rows out by and by, inside a transaction. */
    void each(ObligationQuery query, Scope scope, Instant now, Consumer<WatchedDuty> reader) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = conditions.where(query, scope, now, params);
        byAndBy.sql(SELECT + where + " order by " + DutyOrder.of(query.sort()).sql())
                .params(params)
                .query(row -> {
                    reader.accept(WatchedRow.read(row));
                });
    }
}
