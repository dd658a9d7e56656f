package vn.plancascade.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of the open duties of units that end: another unit takes them over, once, or nobody does. */
public interface DutyTransfers {

    /**
     * What would become of each.
     *
     * @param units that end; of two that owe the same, the first one's goes on
     * @param into the unit that takes their place; it owes nothing twice, and what it was
     *     let off itself it owes in their place. Null where there is none
     */
    Fate fate(List<String> units, String into);

    /** The plans from which these units owe anything. */
    Set<Long> plansOwed(Collection<String> units);

    /**
     * Carries it out, each duty with a line in its history, and publishes {@link DutiesTransferred}. The tree of units must
     * say already what it is to say: reports go to the superior of today.
     *
     * @param actor login
     * @param reason why the others end
     */
    void carryOut(Fate fate, List<String> units, String into, String actor, String reason);

    /** Has the open reports of a unit that has another superior taken over by that one. */
    void superiorChanged(String unit);

    /** @param ended each with the id of the duty that stands in its place, or null */
    record Fate(List<Obligation> transferred, Map<Obligation, Long> ended) {

        public int reports() {
            return (int) java.util.stream.Stream.concat(transferred.stream(), ended.keySet().stream())
                    .filter(duty -> duty.kind() == DutyKind.unitReport && duty.processInstanceId() != null)
                    .count();
        }
    }

    /**
     * Duties have another unit, or another one takes them over; published inside the transaction, before others end.
     *
     * @param unit by the id of each duty that has another one
     * @param superior by the id of each report that is taken over by another one
     * @param inPlaceOf the ids of duties that are about to end, with those of the ones that stand in their place
     */
    record DutiesTransferred(Map<Long, String> unit, Map<Long, String> superior, Map<Long, Long> inPlaceOf) {}
}
