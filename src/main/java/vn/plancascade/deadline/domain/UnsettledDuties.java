package vn.plancascade.deadline.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.organisation.OwedByUnits;

/** Duties that a unit leaves behind when it is closed. */
@Repository
class UnsettledDuties implements OwedByUnits {

    private final JdbcClient jdbc;

    UnsettledDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> unsettled(Set<String> units) {
        Map<String, Integer> owed = new TreeMap<>();
        jdbc.sql("select o.unit_code, count(*) from obligation o where " + DutySql.UNSETTLED + " group by o.unit_code")
                .query(row -> {
                    if (units.contains(row.getString(1))) {
                        owed.put(row.getString(1), row.getInt(2));
                    }
                });
        return owed;
    }
}
