package vn.plancascade.notification.domain;

import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.UnitKind;

/**
 * A notice as its mail tells it: the duty as it stands when the mail is sent.
 *
 * @param recipient login
 * @param detail the comment of a return, the reason of a failed delivery; null for most
 * @param superiorCode the unit that the duty's unit reports to today, or null
 */
public record Told(
        Rung rung,
        String occurrence,
        String recipient,
        String detail,
        Obligation duty,
        UnitKind unitKind,
        String superiorCode) {

    /** The first that is heard of a sub-plan, which the plan is to be registered with. */
    public boolean bringsThePlan() {
        return rung == Rung.NEW && duty.kind() == DutyKind.subPlan;
    }

    /** What makes the notice unique for its reader. */
    public String key() {
        return duty.id() + "/" + rung + "/" + occurrence;
    }
}
