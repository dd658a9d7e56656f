package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.kernel.VietnamTime;

/** How late the duties of each group are: read as numbers of duties by deadline and by document's date, never one by one. */
final class LatenessFigures {

    private final Map<String, TreeMap<Long, Long>> days = new LinkedHashMap<>();
    private final Map<String, long[]> others = new LinkedHashMap<>();

    private LatenessFigures() {}

    /** @param today the day up to which what is open counts */
    static Map<String, Lateness> of(JdbcClient jdbc, DutyFacts facts, String key, LocalDate today) {
        LatenessFigures figures = new LatenessFigures();
        jdbc.sql("select " + key + " as group_key, cast(f.due_at at time zone '" + VietnamTime.ZONE
                        + "' as date) as due_day,"
                        + " f.document_date, case when " + DutyFacts.OVERDUE
                        + " then 1 else 0 end as open, count(*) as n,"
                        + " sum(case when f.times_returned > 0 then 1 else 0 end) as returned,"
                        + " sum(case when f.due_at <> f.original_due_at then 1 else 0 end) as extended"
                        + " from (" + facts.sql() + ") f group by 1, 2, f.document_date, 4 order by 1")
                .params(facts.params())
                .query(row -> {
                    String name = row.getString("group_key");
                    figures.add(
                            name == null ? "" : name,
                            row.getObject("due_day", LocalDate.class),
                            row.getInt("open") == 1 ? today : row.getObject("document_date", LocalDate.class),
                            row.getLong("n"));
                    figures.addOthers(name == null ? "" : name, row.getLong("returned"), row.getLong("extended"));
                });
        Map<String, Lateness> lateness = new LinkedHashMap<>();
        figures.days.forEach((name, late) -> lateness.put(
                name,
                Lateness.of(late, figures.others.get(name)[0], figures.others.get(name)[1])));
        return lateness;
    }

    private void add(String name, LocalDate dueDay, LocalDate reached, long n) {
        TreeMap<Long, Long> late = days.computeIfAbsent(name, any -> new TreeMap<>());
        if (dueDay != null && reached != null && !reached.isBefore(dueDay)) {
            late.merge(ChronoUnit.DAYS.between(dueDay, reached) + 1, n, Long::sum);
        }
    }

    private void addOthers(String name, long returned, long extended) {
        long[] sums = others.computeIfAbsent(name, any -> new long[2]);
        sums[0] += returned;
        sums[1] += extended;
    }
}
