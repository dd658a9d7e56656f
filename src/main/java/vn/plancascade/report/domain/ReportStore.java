package vn.plancascade.report.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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
                .query((row, n) -> ReportRow.read(row))
                .optional();
    }

    /** Those that there are of these. */
    List<ReportRow> find(List<Long> ids) {
        return jdbc.sql("select * from report where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> ReportRow.read(row))
                .list();
    }

    /** Takes the report's row until the transaction ends, so that what is decided from it still holds at its end. */
    ReportRow lock(long id) {
        return jdbc.sql("select * from report where id = :id for update")
                .param("id", id)
                .query((row, n) -> ReportRow.read(row))
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

    /** Begins another version, and its kind says how it goes on; null gives up what was being written, and what counted goes on counting. */
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

    void approvalTakenBack(long id, int version) {
        jdbc.sql("update report_version set approved_at = null where report_id = :id and version = :version")
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
                .query((row, n) -> Version.read(row))
                .optional();
    }

    List<Version> versions(long id) {
        return jdbc.sql("select * from report_version where report_id = :id order by version")
                .param("id", id)
                .query((row, n) -> Version.read(row))
                .list();
    }
}
