package vn.plancascade.followup;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Set;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.notification.Rung;

/** The days on which rungs of the ladder came. */
public interface LadderDays {

    /** For duties of this plan, kind and period; null means any. */
    NavigableMap<LocalDate, Set<Rung>> of(Long plan, DutyKind kind, String period);
}
