package vn.plancascade.report.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;

/**
 * A report under the id of its duty.
 *
 * @param superiorId the report that it is summed up into; null for the ministry's own
 * @param superiorCode the unit whose people take it over
 * @param version the newest version that was issued; 0 before the first
 * @param acceptedVersion the one that counts above, or null
 * @param inWork what is being written, or null
 */
record ReportRow(
        long id,
        long planId,
        DutyKind kind,
        String period,
        String unitCode,
        Long superiorId,
        String superiorCode,
        int version,
        Integer acceptedVersion,
        VersionKind inWork) {

    static ReportRow read(ResultSet row) throws SQLException {
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

    /** How its documents and its rounds of approval are filed: as those of its duty. */
    String subject() {
        return kind + ":" + id;
    }

    int versionInWork() {
        return version + 1;
    }

    boolean isConsolidation() {
        return kind == DutyKind.reportCycle;
    }

    /** Whether what is in work leaves the duty as it is: it was settled by an earlier version. */
    boolean isAmended() {
        return inWork == VersionKind.correction || inWork == VersionKind.supplement;
    }

    /** What one version of a report is to the one before. */
    enum VersionKind {
        first,
        /** Asked for by the superior (đề nghị chỉnh lý). */
        replacement,
        /** A figure was wrong after it had been accepted. */
        correction,
        /** Reports below came after it had been sent (bổ sung). */
        supplement
    }

    /**
     * A version as it stands in the table.
     *
     * @param signatory login of who signed it, or a name where it was signed outside
     * @param outside whether it was signed outside, so that there is nothing to be written here
     */
    record Version(
            int version,
            VersionKind kind,
            Integer supplementNo,
            String replaces,
            boolean nothingToReport,
            String narrative,
            String progress,
            String comment,
            int expected,
            int accepted,
            String submittedBy,
            Instant approvedAt,
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            boolean outside,
            Instant issuedAt,
            Instant acceptedAt) {

        static Version read(ResultSet row) throws SQLException {
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
}
