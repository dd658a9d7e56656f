package vn.plancascade.report.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.ObligationState;

/** Whose reports are in a report, and whose are not, through however many tiers. */
@Repository
class ReportParts {

    /** Reports whose figures are in this one; begins with :first, a select of id and version. */
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

    /** Reports below, through all tiers, that are owed or were delivered. */
    private static final String EXPECTED = """
            with recursive below(id) as (
              select id from report where superior_id = :id
              union all
              select r.id from below b join report r on r.superior_id = b.id)
            select %s from below b join obligation o on o.id = b.id
            where not """ + ObligationState.letOff("o");

    private final JdbcClient jdbc;

    ReportParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many reports below, through all tiers, are owed or were delivered. */
    int expected(long id) {
        return jdbc.sql(EXPECTED.formatted("count(*)"))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** How many reports are in the version. */
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
        jdbc.sql(EXPECTED.formatted("b.id, o.unit_code") + " order by o.unit_code")
                .param("id", id)
                .query(row -> {
                    if (!included.contains(row.getLong(1))) {
                        missing.add(row.getString(2));
                    }
                });
        return missing;
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

    /** The reports whose figures are in a version, directly, with their versions. */
    Map<Long, Integer> of(long id, int version) {
        return versions(jdbc.sql(PARTS).param("id", id).param("version", version));
    }

    /** The reports that are accepted by now, directly below. */
    Map<Long, Integer> accepted(long id) {
        return versions(jdbc.sql(ACCEPTED_NOW).param("id", id));
    }

    private static Map<Long, Integer> versions(JdbcClient.StatementSpec statement) {
        Map<Long, Integer> versions = new LinkedHashMap<>();
        statement.query(row -> {
            versions.put(row.getLong(1), row.getInt(2));
        });
        return versions;
    }
}
