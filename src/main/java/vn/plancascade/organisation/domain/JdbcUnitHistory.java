package vn.plancascade.organisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.organisation.Valid;

@Repository
class JdbcUnitHistory implements UnitHistory {

    private static final int SHOWN = 100;

    /** How a change says that a value is taken away. */
    private static final String NONE = "-";

    /** Columns of a change, each with what an import calls it. */
    private static final Map<String, String> VALUES = values();

    /** Units below the closed one {@code c} that went on under {@code n} on the day on which it closed. */
    private static final String MOVED = """
             from unit c join unit_relation o on o.superior_code = c.code and o.valid_to = c.valid_to
            join unit_relation w on w.unit_code = o.unit_code and w.relation = o.relation and w.valid_from = c.valid_to
            join unit n on n.code = w.superior_code and n.code <> c.code where c.valid_to is not null and\s""";

    private static final String NAMED = """
             from unit_successor s join unit c on c.code = s.unit_code join unit n on n.code = s.successor_code
            where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcUnitHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", "name");
        values.put("kind", "kind");
        values.put("province_code", "provinceCode");
        values.put("email", "email");
        values.put("symbol", "symbol");
        values.put("place", "place");
        values.put("numbering", "numbering");
        return values;
    }

    @Override
    public List<Above> above(String code) {
        return jdbc.sql("""
                        select r.relation, s.code, s.name, r.valid_from, r.valid_to
                        from unit_relation r join unit s on s.code = r.superior_code
                        where r.unit_code = :code order by r.relation, r.valid_from desc""")
                .param("code", code)
                .query((row, n) -> new Above(
                        Relation.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    @Override
    public Map<String, Integer> below(Collection<String> codes) {
        Map<String, Integer> below = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("""
                            select r.superior_code, count(*) from unit_relation r join unit u on u.code = r.unit_code
                            where r.superior_code in (:codes) and %s and %s group by r.superior_code""".formatted(Valid.reportsTo("r"), Valid.onDay("u")))
                    .param("codes", codes)
                    .param("day", VietnamTime.dayOf(clock.instant()))
                    .query(row -> {
                        below.put(row.getString(1), row.getInt(2));
                    });
        }
        return below;
    }

    @Override
    public List<Change> changes(String code) {
        return jdbc.sql("select * from unit_change where unit_code = :code order by id desc limit " + SHOWN)
                .param("code", code)
                .query((row, n) -> new Change(
                        row.getObject("effective_from", LocalDate.class),
                        read(row),
                        row.getString("entered_by"),
                        Rows.instant(row, "entered_at"),
                        row.getBoolean("applied")))
                .list();
    }

    private static Map<String, String> read(ResultSet row) throws SQLException {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Map.Entry<String, String> column : VALUES.entrySet()) {
            String value = row.getString(column.getKey());
            if (value != null) {
                changed.put(column.getValue(), value.equals(NONE) ? null : value);
            }
        }
        return changed;
    }

    @Override
    public List<Named> predecessors(String code) {
        return named(
                "select c.code, c.name" + MOVED + "n.code = :code union select c.code, c.name" + NAMED
                        + "n.code = :code order by 1",
                code);
    }

    @Override
    public List<Named> successors(String code) {
        return named(
                "select n.code, n.name" + MOVED + "c.code = :code union select n.code, n.name" + NAMED
                        + "c.code = :code order by 1",
                code);
    }

    private List<Named> named(String sql, String code) {
        return jdbc.sql(sql)
                .param("code", code)
                .query((row, n) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }
}
