package vn.plancascade.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.plancascade.organisation.UnitKind;

/**
 * A task of a plan, as the board shows it.
 *
 * @param lead the unit that answers for it; null while none does
 * @param due the last day, or null
 * @param state null while nobody answers for it
 * @param percent 0 to 100
 * @param note what was told last; null for those who are not to read it
 * @param version of the progress; 0 while nothing was told
 * @param units counts of the units that the reader may see, by what they say of it; empty before the plan is issued
 * @param mayTell whether the reader may tell how far it has come
 * @param mayAssign whether the reader may give it to other units
 */
public record PlanTask(
        long planId,
        String no,
        String title,
        boolean mandatory,
        List<UnitKind> kinds,
        UnitName lead,
        List<UnitName> coordinating,
        LocalDate due,
        boolean overdue,
        TaskState state,
        Integer percent,
        String note,
        String updatedBy,
        Instant updatedAt,
        int version,
        List<Milestone> milestones,
        Map<Answer, Long> units,
        boolean mayTell,
        boolean mayAssign) {

    public record UnitName(String code, String name) {}

    /** @param position from 1 */
    public record Milestone(int position, String title, LocalDate due, LocalDate doneOn, boolean overdue) {}
}
