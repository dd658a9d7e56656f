package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.organisation.Scope;

/** The list of duties, cut to the reader's scope inside its statement. */
@Repository
class ObligationSearch {

    static final String FROM = " from obligation o join unit u on u.code = o.unit_code";

    static final String SELECT = "select o.*, u.name as unit_name, u.province_code" + FROM;

    private static final Map<String, String> SORTS = Map.of(
            "unitCode", "o.unit_code",
            "unitName", "u.name",
            "provinceCode", "u.province_code",
            "dueAt", "o.due_at",
            "state", "o.state",
            "period", "o.period",
            "submittedAt", "o.submitted_at",
            "issuedAt", "o.issued_at",
            "documentDate", "o.document_date");

    private final JdbcClient jdbc;

    ObligationSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Obligation> search(ObligationQuery query, Scope scope, Instant now, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = where(query, scope, now, params);
        long total = jdbc.sql("select count(*)" + FROM + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Obligation> items = jdbc.sql(
                        SELECT + where + " order by " + order(query.sort()) + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> ObligationRow.read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private static String where(ObligationQuery query, Scope scope, Instant now, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.condition("o.unit_code"));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        equal(
                conditions,
                params,
                "o.kind",
                "kind",
                query.kind() == null ? null : query.kind().name());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        equal(conditions, params, "u.province_code", "province", query.province());
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
            params.put("now", offset(now));
        }
        conditions.add(Search.condition(params, query.text(), "u.name_folded", "lower(o.unit_code)"));
        return " where " + String.join(" and ", conditions);
    }

    static void equal(List<String> conditions, Map<String, Object> params, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private static String order(String sort) {
        String name = sort == null || sort.isEmpty() ? "unitCode" : sort;
        boolean down = name.startsWith("-");
        String column = SORTS.get(down ? name.substring(1) : name);
        if (column == null) {
            throw new InvalidInput("sort", "sort.unknown", String.join(", ", new java.util.TreeSet<>(SORTS.keySet())));
        }
        return column + (down ? " desc" : "") + " nulls last, o.unit_code, o.id";
    }
}
