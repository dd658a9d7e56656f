package vn.plancascade.organisation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.UnitQuery;
import vn.plancascade.organisation.Valid;

/** Reads units as they stand on a day. */
@Repository
class UnitReader {

    /** The unit and those above it: few, where H2 would read a scope with all of its units. */
    static final String ABOVE = "select b.superior_code from unit_below b where b.unit_code = :code";

    private static final String SELECT =
            """
            select u.*, p.superior_code as parent_code, t.superior_code as reports_to_code,
              exists (select 1 from role_assignment c join person cp on cp.login = c.login
                where c.unit_code = u.code and c.role = 'clerk' and cp.enabled and %s) as has_clerk,
              hp.full_name as head_name, hp.email as head_email
            from unit u
            left join unit_relation p on p.unit_code = u.code and p.relation = 'PARENT' and %s
            left join unit_relation t on t.unit_code = u.code and %s
            left join person hp on hp.login = (select min(h.login) from role_assignment h join person q on q.login = h.login
                where h.unit_code = u.code and h.role = 'head' and h.substitution_id is null and q.enabled
                  and %s)
            """.formatted(Valid.onDay("c"), Valid.onDay("p"), Valid.reportsTo("t"), Valid.onDay("h"));

    private static final RowMapper<Unit> UNIT = (row, n) -> new Unit(
            row.getString("code"),
            row.getString("name"),
            UnitKind.valueOf(row.getString("kind")),
            row.getString("province_code"),
            row.getString("parent_code"),
            row.getString("reports_to_code"),
            row.getString("email"),
            row.getString("symbol"),
            row.getString("place"),
            Numbering.valueOf(row.getString("numbering")),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getBoolean("has_clerk"),
            row.getString("head_name"),
            row.getString("head_email"));

    private final JdbcClient jdbc;

    UnitReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Unit> find(String code, LocalDate day) {
        return jdbc.sql(SELECT + " where u.code = :code")
                .param("day", day)
                .param("code", code)
                .query(UNIT)
                .optional();
    }

    Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, name from unit where code in (:codes)")
                    .param("codes", codes)
                    .query(row -> {
                        names.put(row.getString(1), row.getString(2));
                    });
        }
        return names;
    }

    Map<String, String> provinces() {
        Map<String, String> provinces = new LinkedHashMap<>();
        jdbc.sql("select code, name from province order by code").query(row -> {
            provinces.put(row.getString(1), row.getString(2));
        });
        return provinces;
    }

    Page<Unit> search(UnitQuery query, Scope scope, LocalDate day, PageRequest page) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", day);
        conditions.add(Valid.onDay("u"));
        conditions.add(scope.condition("u.code"));
        if (query.kind() != null) {
            conditions.add("u.kind = :kind");
            params.put("kind", query.kind().name());
        }
        if (query.provinceCode() != null) {
            conditions.add("u.province_code = :province");
            params.put("province", query.provinceCode());
        }
        if (query.subtree() != null) {
            conditions.add("u.code in (" + Scope.subtree("subtree") + ")");
            params.put("subtree", List.of(query.subtree()));
        }
        if (query.superior() != null) {
            conditions.add("u.code in (select r.unit_code from unit_relation r where r.superior_code = :superior and "
                    + Valid.reportsTo("r") + ")");
            params.put("superior", query.superior());
        }
        conditions.add(Search.condition(params, query.text(), "u.name_folded", "lower(u.code)"));
        String where = " where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*) from unit u" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Unit> items = jdbc.sql(SELECT + where + " order by u.code limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(UNIT)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    List<String> subtree(String code) {
        return jdbc.sql(Scope.subtree("roots"))
                .param("roots", List.of(code))
                .query(String.class)
                .list();
    }

    /** Asked for each of thousands of units by acts on many. */
    boolean isWithin(Scope scope, String code) {
        if (scope.everything()) {
            return jdbc.sql("select count(*) from unit u where u.code = :code")
                            .param("code", code)
                            .query(Integer.class)
                            .single()
                    > 0;
        }
        return !Collections.disjoint(
                scope.roots(),
                jdbc.sql(ABOVE).param("code", code).query(String.class).list());
    }
}
