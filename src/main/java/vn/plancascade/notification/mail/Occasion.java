package vn.plancascade.notification.mail;

import java.util.List;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.Told;

/** What one mail tells about one plan's duties of one kind and period on one occasion; never empty. */
record Occasion(Rung rung, PlanTerms plan, DutyKind kind, String period, List<Told> told) {

    Told first() {
        return told.get(0);
    }

    /** A duty may be told of twice on one occasion: two mails about it that could not be delivered. */
    boolean aboutOneDuty() {
        return told.stream().map(one -> one.duty().id()).distinct().count() == 1;
    }

    /** The mail that a notice of a failed delivery is about. */
    static long failedMail(Told told) {
        return Long.parseLong(told.occurrence().substring("mail-".length()));
    }
}
