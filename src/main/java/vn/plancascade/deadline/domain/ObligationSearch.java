package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.PlannedStatements;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.PlansOfYears;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitSearch;

/** The list of duties, cut to the reader's scope inside its statement. */
@Repository
class ObligationSearch {

    static final String SELECT =
            "select o.*, u.name as unit_name, u.province_code from obligation o join unit u on u.code = o.unit_code";

    private final JdbcClient jdbc;
    private final JdbcClient byAndBy;
    private final PlansOfYears years;
    private final ObjectProvider<DutyMark> marks;
    private final Remembered remembered;

    ObligationSearch(
            JdbcClient jdbc,
            DataSource dataSource,
            PlansOfYears years,
            ObjectProvider<DutyMark> marks,
            Remembered remembered) {
        this.jdbc = jdbc;
        this.years = years;
        this.remembered = remembered;
        this.marks = marks;
        this.byAndBy = PlannedStatements.byAndBy(dataSource);
    }

    Page<Obligation> search(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        return watch(query, scope, now, page).map(WatchedDuty::duty).plain();
    }

    ObligationPage<WatchedDuty> watch(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = where(query, scope, now, params);
        DutyOrder order = DutyOrder.of(query.sort());
        long total = remembered.count(DutyPage.from(where) + where, params);
        if (total == 0) {
            return new ObligationPage<>(List.of(), page.page(), page.size(), 0, null);
        }
        String behind = query.after() == null ? "" : " and " + order.after(query.after(), params);
        long end = page.offset() + page.size() + 1;
        Predicate<String> full =
                beside -> remembered.count(DutyPage.from(where) + where + behind + " and " + beside, params) >= end;
        List<WatchedDuty> found = jdbc.sql(SELECT + " join (" + DutyPage.of(order, where + behind, total, full)
                        + ") page on page.id = o.id order by " + order.sql())
                .params(params)
                .param("size", page.size() + 1)
                .param("offset", page.offset())
                .param("end", end)
                .query((row, n) -> WatchedRow.read(row))
                .list();
        boolean more = found.size() > page.size();
        List<WatchedDuty> items = more ? found.subList(0, page.size()) : found;
        return new ObligationPage<>(
                items, page.page(), page.size(), total, more ? order.next(items.get(items.size() - 1), now) : null);
    }

    /** Reads as it goes: a database hands a cursor's rows out by and by, inside a transaction. */
    void each(ObligationQuery query, Scope scope, Instant now, Consumer<WatchedDuty> reader) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = where(query, scope, now, params);
        byAndBy.sql(SELECT + where + " order by " + DutyOrder.of(query.sort()).sql())
                .params(params)
                .query(row -> {
                    reader.accept(WatchedRow.read(row));
                });
    }

    private String where(ObligationQuery query, Scope scope, Instant now, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.condition("o.unit_code"));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        years.add(conditions, params, "o.plan_id", query.year(), query.current());
        equal(conditions, params, "o.kind", "kind", query.kind());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        if (query.subtree() != null) {
            conditions.add("o.unit_code in (" + Scope.subtree("subtree") + ")");
            params.put("subtree", List.of(query.subtree()));
        }
        if (query.states() != null && !query.states().isEmpty()) {
            conditions.add("o.state in (:states)");
            params.put("states", query.states().stream().map(Enum::name).toList());
        }
        if (query.overdue() != null) {
            conditions.add(query.overdue() ? DutySql.OVERDUE : "(o.due_at is null or not " + DutySql.OVERDUE + ")");
        }
        WatchedSql.add(conditions, params, query, now);
        marks.stream()
                .filter(mark -> query.watched().marks().containsKey(mark.mark()))
                .forEach(mark -> conditions.add(
                        (query.watched().marks().get(mark.mark()) ? "" : "not ") + "(" + mark.condition() + ")"));
        conditions.add(UnitSearch.condition(params, query.text(), "o.unit_code"));
        return " where " + String.join(" and ", conditions);
    }
}
