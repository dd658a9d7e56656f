package vn.plancascade.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.plancascade.organisation.Scope;

/**
 * Counts duties, as they stand or as they stood at the end of a day, from the register and its history.
 *
 * @see Measures
 */
public interface DutyFigures {

    /** @throws vn.plancascade.kernel.InvalidInput if the day asked for is still to come, or is before the plan */
    Map<String, Measures> summary(DutyFilter filter, By by, Scope scope);

    /** The same, all in one. */
    Measures sum(DutyFilter filter, Scope scope);

    /** How late the late ones of each group are. */
    Map<String, Lateness> lateness(DutyFilter filter, By by, Scope scope);

    /** Counts of what is owed and late, by days late and by whose turn it is. */
    Map<Ageing, Map<WorkStep, Long>> ageing(DutyFilter filter, Scope scope);

    /** How many duties of the filter's kind stand, or stood on that day, at each user task of its process. */
    List<StepLoad> load(DutyFilter filter, Scope scope);

    /** How many documents had been issued by the end of each day, from the day of the plan to that which was asked for. */
    Curve curve(DutyFilter filter, Scope scope);

    /** What figures are grouped by; the key is a code, a name of a state or step, or a day such as 2023-03-19. */
    enum By {
        unit,
        province,
        unitKind,
        superior,
        period,
        state,
        step,
        /** The plan's. */
        year,
        /** How many days late what is owed is. */
        ageing,
        /** The last day on which the document is in time. */
        day
    }

    /**
     * @param expected how many documents are expected in all
     * @param issued how many of them there are
     */
    record Curve(LocalDate from, LocalDate to, long expected, long issued, List<Point> points) {}

    /**
     * @param issued documents that bear this day's date
     * @param cumulativeIssued those up to this day
     * @param cumulativeDue how many should be there by the end of this day, by their last permitted day
     */
    record Point(LocalDate day, long issued, long cumulativeIssued, long cumulativeDue) {}
}
