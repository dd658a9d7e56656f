package vn.plancascade.report.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/** The reports' tables. Sums are taken by one statement, whatever the number of reports. */
@Repository
public class ReportStore {

    /** Reports whose figures are in this one, through however many tiers; begins with :first, a select of id and version. */
    private static final String INCLUDED = """
            with recursive included(id, version) as (
              %s
              union all
              select p.part_id, p.part_version from included i
              join report_part p on p.report_id = i.id and p.version = i.version)
            """;

    private static final String ACCEPTED_NOW =
            "select id, accepted_version from report where superior_id = :id and accepted_version is not null";

    private static final String PARTS =
            "select part_id, part_version from report_part where report_id = :id and version = :version";

    private static final String EXPECTED = """
            with recursive below(id) as (
              select id from report where superior_id = :id
              union all
              select r.id from below b join report r on r.superior_id = b.id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a report for every duty of a period that is still owed and has none: each is summed up into that of the nearest
     * unit above that owes one, or into the ministry's own; its superior takes it over, or the focal unit where that is a
     * ministry or a committee. One statement.
     */
    int open(long planId, String period, long consolidation, String focalUnit) {
        return jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, superior_id, superior_code, in_work)
                        select o.id, o.plan_id, o.kind, o.period, o.unit_code, coalesce(x.superior_id, :consolidation),
                          coalesce(s.code, :focal), 'first'
                        from obligation o
                        left join unit_relation t on t.unit_code = o.unit_code and t.relation = 'REPORTS_TO'
                          and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
                        left join unit s on s.code = t.superior_code and s.kind not in ('MOH', 'COMMITTEE', 'MINISTRY')
                        left join (
                          select c.id, p.id as superior_id,
                            row_number() over (partition by c.id order by d.depth desc, p.id) as n
                          from obligation c
                          join unit_below b on b.unit_code = c.unit_code and b.superior_code <> c.unit_code
                            and b.superior_code <> :focal
                          join obligation p on p.plan_id = :plan and p.kind = 'unitReport' and p.period = :period
                            and p.unit_code = b.superior_code and p.state not in ('notRequired', 'waived', 'withdrawn')
                          join (select unit_code, count(*) as depth from unit_below group by unit_code) d
                            on d.unit_code = p.unit_code
                          where c.plan_id = :plan and c.kind = 'unitReport' and c.period = :period) x
                          on x.id = o.id and x.n = 1
                        where o.plan_id = :plan and o.kind = 'unitReport' and o.period = :period and o.state = 'planned'
                          and not exists (select 1 from report r where r.id = o.id)""")
                .param("plan", planId)
                .param("period", period)
                .param("consolidation", consolidation)
                .param("focal", focalUnit)
                .param("today", today())
                .update();
    }

    void openConsolidation(long id, long planId, String period, String unitCode) {
        jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, in_work)
                        values (:id, :plan, 'reportCycle', :period, :unit, 'first')""")
                .param("id", id)
                .param("plan", planId)
                .param("period", period)
                .param("unit", unitCode)
                .update();
    }

    /** Duties of units that have closed before they were given the report; returns how many. */
    List<Long> ofClosedUnits(long planId, String period) {
        return jdbc.sql("""
                        select o.id from obligation o join unit u on u.code = o.unit_code
                        where o.plan_id = :plan and o.kind = 'unitReport' and o.period = :period and o.state = 'planned'
                          and u.valid_to <= :today""")
                .param("plan", planId)
                .param("period", period)
                .param("today", today())
                .query(Long.class)
                .list();
    }

    Optional<ReportRow> find(long id) {
        return jdbc.sql("select * from report where id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    Map<Long, String> superiors(Collection<Long> ids) {
        Map<Long, String> superiors = new HashMap<>();
        jdbc.sql("select id, superior_code from report where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    superiors.put(row.getLong(1), row.getString(2));
                });
        return superiors;
    }

    private static ReportRow row(ResultSet row) throws SQLException {
        String inWork = row.getString("in_work");
        return new ReportRow(
                row.getLong("id"),
                row.getLong("plan_id"),
                DutyKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("unit_code"),
                row.getObject("superior_id", Long.class),
                row.getString("superior_code"),
                row.getInt("version"),
                row.getObject("accepted_version", Integer.class),
                inWork == null ? null : VersionKind.valueOf(inWork));
    }

    /** Takes the report's row until the transaction ends, so that what is decided from it still holds at its end. */
    ReportRow lock(long id) {
        return jdbc.sql("select * from report where id = :id for update")
                .param("id", id)
                .query((row, n) -> row(row))
                .single();
    }

    void begin(long id, VersionKind kind) {
        jdbc.sql("update report set in_work = :kind where id = :id")
                .param("kind", kind == null ? null : kind.name())
                .param("id", id)
                .update();
    }

    /** The version's document was signed outside. */
    void outside(long id, int version) {
        jdbc.sql("update report_version set outside = true where report_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update();
    }

    void issued(long id, int version, String number, LocalDate date, String signatory) {
        jdbc.sql("""
                        update report_version set document_number = :number, document_date = :date, signatory = :signatory,
                          issued_at = :now
                        where report_id = :id and version = :version""")
                .param("number", number)
                .param("date", date)
                .param("signatory", signatory)
                .param("now", offset(clock.instant()))
                .param("id", id)
                .param("version", version)
                .update();
        jdbc.sql("update report set version = :version where id = :id")
                .param("version", version)
                .param("id", id)
                .update();
    }

    void approved(long id, int version) {
        jdbc.sql("update report_version set approved_at = :now where report_id = :id and version = :version")
                .param("now", offset(clock.instant()))
                .param("id", id)
                .param("version", version)
                .update();
    }

    /** The newest version counts above from now on. */
    void accepted(long id) {
        jdbc.sql("""
                        update report_version set accepted_at = :now
                        where report_id = :id and version = (select r.version from report r where r.id = :id)""").param("now", offset(clock.instant())).param("id", id).update();
        jdbc.sql("update report set accepted_version = version, in_work = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Whose superior no longer owes a report is summed up one level higher. */
    void skip(long id) {
        jdbc.sql("""
                        update report set superior_id = (select s.superior_id from report s where s.id = :id)
                        where superior_id = :id and (select s.superior_id from report s where s.id = :id) is not null""").param("id", id).update();
    }

    /**
     * Writes what is put before the head: the unit's own figures, those of the reports accepted by now, and their sums. What
     * was written for an earlier submission of the same version is replaced.
     */
    void write(
            ReportRow report,
            String replaces,
            boolean nothingToReport,
            String narrative,
            String progress,
            String comment,
            FigureRules.Entered own,
            String login) {
        long id = report.id();
        int version = report.versionInWork();
        for (String table : List.of("report_part", "report_figure", "report_version")) {
            jdbc.sql("delete from " + table + " where report_id = :id and version = :version")
                    .param("id", id)
                    .param("version", version)
                    .update();
        }
        jdbc.sql(
                        "insert into report_part (report_id, version, part_id, part_version) select cast(:id as bigint), cast(:version as int), c.id, c.accepted_version"
                                + " from report c where c.superior_id = :id and c.accepted_version is not null")
                .param("id", id)
                .param("version", version)
                .update();
        sum(id, version, own);
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
                .param("nothing", nothingToReport)
                .param("narrative", narrative)
                .param("progress", progress)
                .param("comment", comment)
                .param("expected", expected(id))
                .param("accepted", included(id, version))
                .param("login", login)
                .param("now", offset(clock.instant()))
                .update();
    }

    private void sum(long id, int version, FigureRules.Entered own) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        List<String> rows = new ArrayList<>();
        own.values().forEach((code, value) -> {
            int n = rows.size();
            params.put("code" + n, code);
            params.put("value" + n, value);
            rows.add(
                    "select cast(:code%1$d as varchar(20)) as code, cast(:value%1$d as numeric(18, 2)) as own, cast(:value%1$d as numeric(18, 2)) as total"
                            .formatted(n));
        });
        rows.add("""
                select f.code, cast(null as numeric(18, 2)) as own, f.total from report_part p
                join report_figure f on f.report_id = p.part_id and f.version = p.part_version
                where p.report_id = :id and p.version = :version and f.total is not null""");
        jdbc.sql(
                        "insert into report_figure (report_id, version, code, own, total) select cast(:id as bigint), cast(:version as int), x.code, max(x.own),"
                                + " sum(x.total) from (" + String.join(" union all ", rows) + ") x group by x.code")
                .params(params)
                .update();
        own.words()
                .forEach((code, text) -> jdbc.sql("""
                        insert into report_figure (report_id, version, code, words) values (:id, :version, :code, :words)""")
                        .param("id", id)
                        .param("version", version)
                        .param("code", code)
                        .param("words", text)
                        .update());
    }

    private int supplements(long id) {
        return jdbc.sql(
                        "select count(*) from report_version where report_id = :id and kind = 'supplement' and issued_at is not null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** Reports below, through all tiers, that are owed or were delivered. */
    int expected(long id) {
        return jdbc.sql(EXPECTED + """
                        select count(*) from below b join obligation o on o.id = b.id
                        where o.state not in ('waived', 'withdrawn', 'notRequired')""").param("id", id).query(Integer.class).single();
    }

    int included(long id, int version) {
        return jdbc.sql(INCLUDED.formatted(PARTS) + "select count(*) from included")
                .param("id", id)
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** Units below, through all tiers, that owe a report whose figures are not in this version, or not yet in where null. */
    List<String> missing(long id, Integer version) {
        Set<Long> included = new HashSet<>(
                jdbc.sql(INCLUDED.formatted(version == null ? ACCEPTED_NOW : PARTS) + "select id from included")
                        .param("id", id)
                        .param("version", version)
                        .query(Long.class)
                        .list());
        List<String> missing = new ArrayList<>();
        jdbc.sql(EXPECTED + """
                        select b.id, o.unit_code from below b join obligation o on o.id = b.id
                        where o.state not in ('waived', 'withdrawn', 'notRequired') order by o.unit_code""").param("id", id).query(row -> {
            if (!included.contains(row.getLong(1))) {
                missing.add(row.getString(2));
            }
        });
        return missing;
    }

    /** The sums of what is accepted by now. */
    Map<String, BigDecimal> totalsOfAccepted(long id) {
        return values(jdbc.sql("""
                                select f.code, sum(f.total) from report c
                                join report_figure f on f.report_id = c.id and f.version = c.accepted_version
                                where c.superior_id = :id and f.total is not null group by f.code order by f.code""").param("id", id));
    }

    /** Whether reports below have been accepted, or accepted anew, since the newest version was put together. */
    boolean hasLateArrivals(long id) {
        return jdbc.sql("""
                        select exists (select 1 from report c
                          join report r on r.id = c.superior_id
                          left join report_part p on p.report_id = r.id and p.version = r.version and p.part_id = c.id
                          where r.id = :id and c.accepted_version is not null
                            and (p.part_version is null or p.part_version < c.accepted_version))""").param("id", id).query(Boolean.class).single();
    }

    Map<String, BigDecimal> own(long id, int version) {
        return values(jdbc.sql("""
                        select code, own from report_figure where report_id = :id and version = :version and own is not null""").param("id", id).param("version", version));
    }

    Map<String, BigDecimal> totals(long id, int version) {
        return values(jdbc.sql("""
                        select code, total from report_figure where report_id = :id and version = :version and total is not null""").param("id", id).param("version", version));
    }

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

    private static Map<String, BigDecimal> values(JdbcClient.StatementSpec statement) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        statement.query(row -> {
            values.put(row.getString(1), row.getBigDecimal(2));
        });
        return values;
    }

    /** The reports whose figures are in a version, directly, with their versions. */
    Map<Long, Integer> partsOf(long id, int version) {
        return versions(jdbc.sql(PARTS).param("id", id).param("version", version));
    }

    /** The reports that are accepted by now, directly below. */
    Map<Long, Integer> acceptedParts(long id) {
        return versions(jdbc.sql(ACCEPTED_NOW).param("id", id));
    }

    private static Map<Long, Integer> versions(JdbcClient.StatementSpec statement) {
        Map<Long, Integer> versions = new LinkedHashMap<>();
        statement.query(row -> {
            versions.put(row.getLong(1), row.getInt(2));
        });
        return versions;
    }

    /** What each of these reports adds to a sum. */
    List<ReportReader.Part> totalsOf(List<Long> ids, Map<Long, Integer> versions, String code) {
        Map<Long, ReportReader.Part> parts = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.id, r.unit_code, u.name, v.version, v.document_number, f.total from report r
                        join unit u on u.code = r.unit_code join report_version v on v.report_id = r.id
                        left join report_figure f on f.report_id = r.id and f.version = v.version and f.code = :code
                        where r.id in (:ids) order by r.unit_code""").param("code", code).param("ids", ids).query(row -> {
            if (row.getInt(4) == versions.get(row.getLong(1))) {
                parts.put(
                        row.getLong(1),
                        new ReportReader.Part(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getBigDecimal(6),
                                false));
            }
        });
        return List.copyOf(parts.values());
    }

    /** The narratives of the accepted reports directly below, by unit, as they are stored. */
    List<ReportReader.Paragraph> narratives(long id) {
        return jdbc.sql("""
                        select r.id, r.unit_code, u.name, v.narrative from report r join unit u on u.code = r.unit_code
                        join report_version v on v.report_id = r.id and v.version = r.accepted_version
                        where r.superior_id = :id order by r.unit_code""")
                .param("id", id)
                .query((row, n) -> new ReportReader.Paragraph(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** The unit's report of a period under any plan, the newest plan's first: id and the version that counts. */
    Optional<Counting> counting(String unitCode, DutyKind kind, String period) {
        return jdbc.sql("""
                        select id, coalesce(accepted_version, version) as version from report
                        where unit_code = :unit and kind = :kind and period = :period and version > 0
                        order by plan_id desc limit 1""")
                .param("unit", unitCode)
                .param("kind", kind.name())
                .param("period", period)
                .query((row, n) -> new Counting(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /** A report and the version of it that counts. */
    record Counting(long id, int version) {}

    Optional<Version> version(long id, int version) {
        return jdbc.sql("select * from report_version where report_id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query((row, n) -> version(row))
                .optional();
    }

    List<Version> versions(long id) {
        return jdbc.sql("select * from report_version where report_id = :id order by version")
                .param("id", id)
                .query((row, n) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                VersionKind.valueOf(row.getString("kind")),
                row.getObject("supplement_no", Integer.class),
                row.getString("replaces"),
                row.getBoolean("nothing_to_report"),
                row.getString("narrative"),
                row.getString("progress"),
                row.getString("comment"),
                row.getInt("expected"),
                row.getInt("accepted"),
                row.getString("submitted_by"),
                instant(row, "approved_at"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("signatory"),
                row.getBoolean("outside"),
                instant(row, "issued_at"),
                instant(row, "accepted_at"));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
