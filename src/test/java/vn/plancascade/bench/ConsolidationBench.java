package vn.plancascade.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

/**
 * Summing up 14,000 accepted reports of 27 indicators directly below one: the one statement that the product runs, beside a
 * loop that reads report by report and adds up in memory. See bench/README.md.
 */
@SpringBootTest
class ConsolidationBench {

    private static final int REPORTS = 14_000;
    private static final int INDICATORS = 27;

    /** As {@code ReportStore} writes it, without figures of the superior's own. */
    private static final String SUM = """
            select f.code, sum(f.total) from report_part p
            join report_figure f on f.report_id = p.part_id and f.version = p.part_version
            where p.report_id = 1 and p.version = 1 and f.total is not null group by f.code""";

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }

    @Test
    void fourteenThousandReports() {
        generated();
        Map<String, BigDecimal> warm = together();
        double set = seconds(this::together);
        double loop = seconds(this::oneByOne);
        assertThat(oneByOne()).isEqualTo(warm);
        List<String> plan = jdbc.sql("explain (analyze, costs off, timing off) " + SUM)
                .query(String.class)
                .list();
        System.out.printf(
                "BENCH consolidation of %,d reports: one statement %.2f s, loop %.2f s (%.0f times)%n",
                REPORTS, set, loop, loop / set);
        plan.forEach(line -> System.out.println("BENCH " + line));
    }

    private void generated() {
        jdbc.sql(
                        "insert into unit (code, name, kind, symbol, numbering, valid_from, sample) values ('B', 'B', 'DOH', 'B', 'none', '2020-01-01', false)")
                .update();
        jdbc.sql("""
                        insert into unit (code, name, kind, symbol, numbering, valid_from, sample)
                        select 'B-' || n, 'Đơn vị ' || n, 'STATION', 'B', 'none', date '2020-01-01', false
                        from generate_series(2, :last) n""").param("last", REPORTS + 1).update();
        jdbc.sql("""
                        insert into obligation (id, plan_id, kind, period, unit_code, form, opens_at, state)
                        select n, 1, 'unitReport', '2023-Y', case n when 1 then 'B' else 'B-' || n end, 'full', timestamptz '2023-12-01', 'accepted'
                        from generate_series(1, :last) n""").param("last", REPORTS + 1).update();
        jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, superior_id, version, accepted_version)
                        select n, 1, 'unitReport', '2023-Y', case n when 1 then 'B' else 'B-' || n end,
                          case when n > 1 then 1 end, 1, 1 from generate_series(1, :last) n""").param("last", REPORTS + 1).update();
        jdbc.sql("""
                        insert into report_figure (report_id, version, code, own, total)
                        select n, 1, 'I' || i, n %% 97 + i, n %% 97 + i
                        from generate_series(2, :last) n, generate_series(1, :indicators) i""".replace("%%", "%"))
                .param("last", REPORTS + 1)
                .param("indicators", INDICATORS)
                .update();
        jdbc.sql(
                        "insert into report_part (report_id, version, part_id, part_version) select 1, 1, id, 1 from report where id > 1")
                .update();
        for (String table : List.of("report", "report_figure", "report_part")) {
            jdbc.sql("analyze " + table).update();
        }
    }

    private Map<String, BigDecimal> together() {
        Map<String, BigDecimal> sums = new HashMap<>();
        jdbc.sql(SUM).query(row -> {
            sums.put(row.getString(1), row.getBigDecimal(2));
        });
        return sums;
    }

    private Map<String, BigDecimal> oneByOne() {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (long report : jdbc.sql("select part_id from report_part where report_id = 1 and version = 1")
                .query(Long.class)
                .list()) {
            jdbc.sql("select code, total from report_figure where report_id = :id and version = 1")
                    .param("id", report)
                    .query(row -> {
                        sums.merge(row.getString(1), row.getBigDecimal(2), BigDecimal::add);
                    });
        }
        return sums;
    }

    private static double seconds(Supplier<?> work) {
        long before = System.nanoTime();
        work.get();
        return (System.nanoTime() - before) / 1e9;
    }
}
