package vn.plancascade.monitoring.web;

import java.time.OffsetDateTime;
import vn.plancascade.audit.AuditEntry;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.VietnamTime;

/**
 * An entry of the audit, as interfaces answer it.
 *
 * @param who login
 * @param what as the filter names it, and {@code text} in words
 * @param unit null where it concerns none, or many
 * @param planName number and subject of the plan
 * @param subject whom or what else it concerns
 * @param detail the reason that was given, or what was changed to what
 */
record AuditItem(
        long id,
        OffsetDateTime at,
        String who,
        String whoName,
        String what,
        String text,
        String unit,
        String unitName,
        Long plan,
        String planName,
        Long obligation,
        DutyKind kind,
        String period,
        String subject,
        String detail) {

    static AuditItem of(AuditTexts.Line line) {
        AuditEntry entry = line.entry();
        return new AuditItem(
                entry.id(),
                VietnamTime.offset(entry.at()),
                entry.who(),
                entry.whoName(),
                entry.what(),
                line.text(),
                entry.unit(),
                entry.unitName(),
                entry.plan(),
                line.plan(),
                entry.obligation(),
                entry.kind(),
                entry.period(),
                line.subject(),
                entry.detail());
    }
}
