package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the reports that are in a report add to it: their figures and their words, by unit. */
@Repository
class ReportShares {

    private final JdbcClient jdbc;

    ReportShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a report adds to a sum. */
    record Share(long id, String unitCode, String unitName, int version, String documentNumber, BigDecimal total) {}

    /** What each of these reports adds to the sum of an indicator, by unit. */
    List<Share> figures(List<Long> ids, Map<Long, Integer> versions, String code) {
        Map<Long, Share> shares = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.id, r.unit_code, u.name, v.version, v.document_number, f.total from report r
                        join unit u on u.code = r.unit_code join report_version v on v.report_id = r.id
                        left join report_figure f on f.report_id = r.id and f.version = v.version and f.code = :code
                        where r.id in (:ids) order by r.unit_code""").param("code", code).param("ids", ids).query(row -> {
            long id = row.getLong(1);
            if (row.getInt(4) == versions.get(id)) {
                shares.put(
                        id,
                        new Share(
                                id,
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getBigDecimal(6)));
            }
        });
        return List.copyOf(shares.values());
    }

    /** A unit's narrative, as it is stored. */
    record Told(long id, String unitCode, String unitName, String narrative) {}

    /** The narratives of the accepted reports directly below, by unit. */
    List<Told> narratives(long id) {
        return jdbc.sql("""
                        select r.id, r.unit_code, u.name, v.narrative from report r join unit u on u.code = r.unit_code
                        join report_version v on v.report_id = r.id and v.version = r.accepted_version
                        where r.superior_id = :id order by r.unit_code""")
                .param("id", id)
                .query((row, n) -> new Told(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
