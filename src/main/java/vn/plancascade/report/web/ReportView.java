package vn.plancascade.report.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.report.domain.ShownReport;

/**
 * A report.
 *
 * @param kind unitReport, or reportCycle for the ministry's own
 * @param version of the figures shown; 0 before the first submission
 * @param inWork first, replacement, correction or supplement while one is being written
 * @param dataTo the last day whose facts the report holds
 * @param hidden figures kept from the reader
 * @param missing units below whose figures are not in the sums; not in lists
 */
record ReportView(
        long id,
        DutyKind kind,
        long planId,
        String unitCode,
        String unitName,
        String period,
        ObligationState state,
        int version,
        String inWork,
        String form,
        LocalDate dataFrom,
        LocalDate dataTo,
        OffsetDateTime dueAt,
        boolean late,
        String documentNumber,
        LocalDate documentDate,
        Map<String, Object> figures,
        Map<String, BigDecimal> sums,
        List<String> hidden,
        int expected,
        int accepted,
        List<String> missing) {

    static ReportView of(ShownReport shown) {
        Obligation duty = shown.duty();
        return new ReportView(
                duty.id(),
                duty.kind(),
                duty.planId(),
                duty.unitCode(),
                duty.unitName(),
                duty.period(),
                duty.state(),
                shown.version(),
                shown.inWork(),
                duty.form(),
                shown.dataFrom(),
                shown.dataTo(),
                offset(duty.dueAt()),
                duty.late(),
                duty.documentNumber(),
                duty.documentDate(),
                shown.figures(),
                shown.sums(),
                shown.hidden(),
                shown.expected(),
                shown.accepted(),
                shown.missing());
    }
}
