package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.Extensions.Allowed;

/**
 * What the reader of a duty's page may grant.
 *
 * @param bound how the plan words deadlines; null where nothing can be extended
 * @param deadline the present deadline's day in those words, or null
 */
record Grant(Allowed allowed, Bound bound, LocalDate deadline) {

    /** The first day that would be an extension. */
    public LocalDate first() {
        return deadline.plusDays(1);
    }
}
