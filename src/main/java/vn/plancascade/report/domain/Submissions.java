package vn.plancascade.report.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.FormData;

/** Writes the versions of reports as they are put before the head. Sums are taken by one statement, whatever the number of reports. */
@Repository
class Submissions {

    private static final List<String> TABLES = List.of("report_part", "report_figure", "report_version");

    private final JdbcClient jdbc;
    private final ReportParts parts;
    private final Clock clock;

    Submissions(JdbcClient jdbc, ReportParts parts, Clock clock) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * Writes the unit's own figures, those of the reports accepted by now, and their sums. What was written for an earlier
     * submission of the same version is replaced.
     *
     * @param replaces number of the document that this one replaces, or null
     */
    void write(ReportRow report, ReportDraft draft, String replaces, FigureRules.Entered own, String login) {
        long id = report.id();
        int version = report.versionInWork();
        for (String table : TABLES) {
            jdbc.sql("delete from " + table + " where report_id = :id and version = :version")
                    .param("id", id)
                    .param("version", version)
                    .update();
        }
        jdbc.sql("""
                        insert into report_part (report_id, version, part_id, part_version)
                        select cast(:id as bigint), cast(:version as int), c.id, c.accepted_version
                        from report c where c.superior_id = :id and c.accepted_version is not null""").param("id", id).param("version", version).update();
        sum(id, version, own.values());
        words(id, version, own.words());
        jdbc.sql("""
                        insert into report_version (report_id, version, kind, supplement_no, replaces, nothing_to_report, narrative,
                          progress, comment, expected, accepted, submitted_by, submitted_at)
                        values (:id, :version, :kind, :supplement, :replaces, :nothing, :narrative, :progress, :comment, :expected,
                          :accepted, :login, :now)""")
                .param("id", id)
                .param("version", version)
                .param("kind", report.inWork().name())
                .param("supplement", report.inWork() == VersionKind.supplement ? supplements(id) + 1 : null)
                .param("replaces", replaces)
                .param("nothing", draft.nothingToReport())
                .param("narrative", FormData.toNode(draft.narrative()).toString())
                .param("progress", FormData.toNode(new Items(draft.progress())).toString())
                .param("comment", draft.comment())
                .param("expected", parts.expected(id))
                .param("accepted", parts.included(id, version))
                .param("login", login)
                .param("now", offset(clock.instant()))
                .update();
    }

    /** How the progress of activities is kept. */
    record Items(List<ReportDraft.Progress> items) {}

    private void sum(long id, int version, Map<String, ?> own) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        List<String> rows = new ArrayList<>();
        own.forEach((code, value) -> {
            int n = rows.size();
            params.put("code" + n, code);
            params.put("value" + n, value);
            rows.add("""
                    select cast(:code%1$d as varchar(20)) as code, cast(:value%1$d as numeric(18, 2)) as own,
                      cast(:value%1$d as numeric(18, 2)) as total""".formatted(n));
        });
        rows.add("""
                select f.code, cast(null as numeric(18, 2)) as own, f.total from report_part p
                join report_figure f on f.report_id = p.part_id and f.version = p.part_version
                where p.report_id = :id and p.version = :version and f.total is not null""");
        jdbc.sql("""
                        insert into report_figure (report_id, version, code, own, total)
                        select cast(:id as bigint), cast(:version as int), x.code, max(x.own), sum(x.total)
                        from (%s) x group by x.code""".formatted(String.join(" union all ", rows))).params(params).update();
    }

    private void words(long id, int version, Map<String, String> words) {
        words.forEach((code, text) -> jdbc.sql("""
                        insert into report_figure (report_id, version, code, words) values (:id, :version, :code, :words)""")
                .param("id", id)
                .param("version", version)
                .param("code", code)
                .param("words", text)
                .update());
    }

    private int supplements(long id) {
        return jdbc.sql("""
                        select count(*) from report_version
                        where report_id = :id and kind = 'supplement' and issued_at is not null""").param("id", id).query(Integer.class).single();
    }
}
