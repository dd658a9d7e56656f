package vn.plancascade.followup.domain;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/** The decision table that says which rungs come on which morning. */
public interface StagePolicy {

    /**
     * @param workingDays from the due day, negative before it
     * @param daysWaiting calendar days that a draft has been waiting to be approved; 0 if none is
     * @throws IllegalStateException if the table names a rung, an audience or a form that does not exist
     */
    List<Decided> decide(DutyKind kind, int workingDays, int daysWaiting, DayOfWeek weekday);

    /** A rung that comes, whom it tells and how. */
    record Decided(Rung rung, Set<Audience> to, Form form) {}
}
