package vn.plancascade.report.domain;

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

    /** How its documents are filed: as those of its duty. */
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
            java.time.Instant approvedAt,
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            boolean outside,
            java.time.Instant issuedAt,
            java.time.Instant acceptedAt) {}
}
