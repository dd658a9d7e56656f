package vn.plancascade.monitoring.web;

import java.util.List;
import vn.plancascade.audit.Audit;
import vn.plancascade.audit.AuditEntry;
import vn.plancascade.organisation.Actor;

/**
 * A part of the audit, the newest entries first.
 *
 * @param next where the part that follows begins; null at the end
 */
record AuditPart(List<AuditEntry> entries, String next) {

    static AuditPart of(Audit audit, Actor actor, AuditFilter filter) {
        int most = filter.lines();
        List<AuditEntry> found = audit.find(actor, filter.query(), most + 1);
        boolean more = found.size() > most;
        List<AuditEntry> shown = more ? found.subList(0, most) : found;
        return new AuditPart(
                shown, more ? String.valueOf(shown.get(shown.size() - 1).id()) : null);
    }
}
