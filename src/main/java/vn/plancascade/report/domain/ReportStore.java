package vn.plancascade.report.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/** Reports and their versions, as they stand in the tables. */
@Repository
public class ReportStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ReportRow> find(long id) {
        return jdbc.sql("select * from report where id = :id")
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
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

    /** The same of a report of which something is being written or waits to be taken over. */
    ReportRow lockInWork(long id) {
        ReportRow report = lock(id);
        if (report.inWork() == null) {
            throw new Conflict("obligation.moved");
        }
        return report;
    }

    /** Begins another version; what kind it is says how it goes on. */
    void begin(long id, VersionKind kind) {
        jdbc.sql("update report set in_work = :kind where id = :id")
                .param("kind", kind.name())
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
}
