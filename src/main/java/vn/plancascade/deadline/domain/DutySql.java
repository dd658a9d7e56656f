package vn.plancascade.deadline.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationState;

/** What the types of a duty's life say, as conditions on a row {@code o} of {@code obligation}. */
final class DutySql {

    /** Owed still: {@link ObligationState#isSettled} in SQL. */
    static final String UNSETTLED = "not "
            + states(kind -> Arrays.stream(ObligationState.values())
                    .filter(state -> state.isSettled(kind))
                    .toList());

    /** The unit was let off: {@link ObligationState#isLetOff} in SQL. It may owe the same in another one's place. */
    static final String LET_OFF = ObligationState.letOff("o");

    /** What the view {@code open_duty} shows: work at a case that owes a document by a day. */
    static final String OPEN =
            "(o.process_instance_id is not null and o.due_at is not null and o.document_date is null and " + UNSETTLED
                    + ")";

    /** Owed still, and no document delivered: {@link vn.plancascade.deadline.Obligation#overdue} in SQL. */
    static final String OVERDUE = "(o.due_at <= :now and o.document_date is null and " + UNSETTLED + ")";

    private DutySql() {}

    /** Whether the duty is where the step may start from. */
    static String mayStart(DutyStep step) {
        return states(step::from);
    }

    /** Whether the duty is of a kind that the step settles; empty where it settles none. */
    static String settledBy(DutyStep step) {
        List<DutyKind> kinds = Arrays.stream(DutyKind.values())
                .filter(kind -> step.to().isSettled(kind))
                .toList();
        return kinds.isEmpty() ? "" : "o.kind in (" + quoted(kinds) + ")";
    }

    /** One list of states where it is the same for all kinds; otherwise one for each list. */
    private static String states(Function<DutyKind, ? extends java.util.Collection<ObligationState>> of) {
        return Arrays.stream(DutyKind.values())
                .collect(groupingBy(
                        kind -> Set.copyOf(of.apply(kind)), LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each -> !each.getKey().isEmpty())
                .map(each -> "(" + kinds(each.getValue()) + "o.state in (" + quoted(each.getKey()) + "))")
                .collect(joining(" or ", "(", ")"));
    }

    private static String kinds(List<DutyKind> kinds) {
        return kinds.size() == DutyKind.values().length ? "" : "o.kind in (" + quoted(kinds) + ") and ";
    }

    private static String quoted(java.util.Collection<? extends Enum<?>> values) {
        return new TreeSet<>(values.stream().map(Enum::name).toList())
                .stream().map(name -> "'" + name + "'").collect(joining(", "));
    }
}
