package vn.plancascade.deadline;

import java.util.Set;
import vn.plancascade.kernel.Names;

/**
 * Filters of the list of obligations; null means any.
 *
 * @param unit exactly this unit, however its code is written
 * @param subtree this unit and all that report to it
 * @param year only of plans of this year
 * @param current without those of plans that have closed
 * @param province the code of the unit's province
 * @param watched what else they are chosen by
 * @param sort a column's name as the list shows it, with a leading {@code -} for descending
 * @param after where the part before ended, as {@link ObligationPage#next} told; null for the beginning
 */
public record ObligationQuery(
        Long plan,
        Integer year,
        boolean current,
        DutyKind kind,
        String period,
        String unit,
        String subtree,
        Set<ObligationState> states,
        Boolean overdue,
        String text,
        String province,
        Watched watched,
        String sort,
        String after) {

    public ObligationQuery {
        watched = watched == null ? Watched.ANY : watched;
        unit = Names.code(unit);
        subtree = Names.code(subtree);
    }

    public ObligationQuery(
            Long plan,
            DutyKind kind,
            String period,
            String unit,
            String subtree,
            Set<ObligationState> states,
            Boolean overdue,
            String text,
            String sort) {
        this(plan, null, false, kind, period, unit, subtree, states, overdue, text, null, null, sort, null);
    }
}
