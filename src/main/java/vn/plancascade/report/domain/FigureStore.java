package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.plan.NationalPlan;

/** The figures of reports' versions, by the codes of the indicators. */
@Repository
class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is known of a version; nothing of the version 0. */
    Figures of(long id, int version) {
        Figures figures = Figures.none();
        if (version > 0) {
            jdbc.sql("select code, own, total, words from report_figure where report_id = :id and version = :version")
                    .param("id", id)
                    .param("version", version)
                    .query(row -> {
                        String code = row.getString("code");
                        enter(figures.own(), code, row.getBigDecimal("own"));
                        enter(figures.totals(), code, row.getBigDecimal("total"));
                        enter(figures.words(), code, row.getString("words"));
                    });
        }
        return figures;
    }

    private static <T> void enter(Map<String, T> figures, String code, T value) {
        if (value != null) {
            figures.put(code, value);
        }
    }

    /**
     * A version's figures, by the codes of the indicators.
     *
     * @param own the unit's own
     * @param totals with those of the reports that are in the version
     * @param words what was entered for indicators that are texts
     */
    record Figures(Map<String, BigDecimal> own, Map<String, BigDecimal> totals, Map<String, String> words) {

        static Figures none() {
            return new Figures(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /** The unit's own. */
    Map<String, BigDecimal> own(long id, int version) {
        return values(jdbc.sql("""
                        select code, own from report_figure where report_id = :id and version = :version and own is not null""").param("id", id).param("version", version));
    }

    /** With those of the reports that are in the version. */
    Map<String, BigDecimal> totals(long id, int version) {
        return values(jdbc.sql("""
                        select code, total from report_figure where report_id = :id and version = :version and total is not null""").param("id", id).param("version", version));
    }

    /** The sums of what is accepted by now. */
    Map<String, BigDecimal> totalsOfAccepted(long id) {
        return values(jdbc.sql("""
                        select f.code, sum(f.total) from report c
                        join report_figure f on f.report_id = c.id and f.version = c.accepted_version
                        where c.superior_id = :id and f.total is not null group by f.code order by f.code""").param("id", id));
    }

    private static Map<String, BigDecimal> values(JdbcClient.StatementSpec statement) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        statement.query(row -> {
            values.put(row.getString(1), row.getBigDecimal(2));
        });
        return values;
    }

    /** What was entered for indicators that are texts. */
    Map<String, String> words(long id, int version) {
        Map<String, String> words = new LinkedHashMap<>();
        jdbc.sql(
                        "select code, words from report_figure where report_id = :id and version = :version and words is not null")
                .param("id", id)
                .param("version", version)
                .query(row -> {
                    words.put(row.getString(1), row.getString(2));
                });
        return words;
    }

    /** The unit's report of a period: of this plan, of the one that it was begun from, or of the newest there is. */
    Optional<Counting> counting(String unitCode, NationalPlan plan, DutyKind kind, String period) {
        return jdbc.sql("""
                        select id, coalesce(accepted_version, version) as version from report
                        where unit_code = :unit and kind = :kind and period = :period and version > 0
                        order by case plan_id when :plan then 0 when :before then 1 else 2 end, plan_id desc limit 1""")
                .param("unit", unitCode)
                .param("plan", plan.id())
                .param("before", plan.copiedFrom() == null ? plan.id() : plan.copiedFrom())
                .param("kind", kind.name())
                .param("period", period)
                .query((row, n) -> new Counting(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /** A report and the version of it that counts. */
    record Counting(long id, int version) {}
}
