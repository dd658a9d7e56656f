package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/** Counts the units that a plan would reach; no unit is loaded for it. */
@Repository
class DryRunReader {

    private static final String REACHED = """
             from unit u where u.kind in (:kinds) and %s
            """.formatted(Valid.onDay("u"));

    private final JdbcClient jdbc;

    DryRunReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UnitKind, Long> byKind(Collection<String> kinds, LocalDate day) {
        Map<UnitKind, Long> counts = new EnumMap<>(UnitKind.class);
        jdbc.sql("select u.kind, count(*)" + REACHED + " group by u.kind")
                .param("kinds", kinds)
                .param("day", day)
                .query(row -> {
                    counts.put(UnitKind.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    Map<String, Long> byProvince(Collection<String> kinds, LocalDate day) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select coalesce(u.province_code, '') as province, count(*)" + REACHED + " group by 1 order by 1")
                .param("kinds", kinds)
                .param("day", day)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** How many of them are in the scope. */
    long within(Collection<String> kinds, LocalDate day, Scope scope) {
        return jdbc.sql("select count(*)" + REACHED + " and " + scope.condition("u.code"))
                .params(scope.params())
                .param("kinds", kinds)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    List<String> withoutHead(Collection<String> kinds, LocalDate day) {
        return codes(kinds, day, """
                not exists (select 1 from role_assignment r join person p on p.login = r.login
                  where r.unit_code = u.code and r.role = 'head' and p.enabled and %s)""".formatted(Valid.onDay("r")));
    }

    List<String> withoutAddress(Collection<String> kinds, LocalDate day) {
        return codes(kinds, day, "(u.email is null or u.email = '')");
    }

    private List<String> codes(Collection<String> kinds, LocalDate day, String condition) {
        return jdbc.sql("select u.code" + REACHED + " and " + condition + " order by u.code")
                .param("kinds", kinds)
                .param("day", day)
                .query(String.class)
                .list();
    }
}
