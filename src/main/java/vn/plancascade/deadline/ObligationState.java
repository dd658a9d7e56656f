package vn.plancascade.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where a duty stands. */
public enum ObligationState {
    planned,
    waitingForSuperior,
    startFailed,
    drafting,
    /** With the unit's reviewer, where it has one. */
    awaitingReview,
    awaitingApproval,
    awaitingIssue,
    issued,
    accepted,
    revisionRequested,
    waived,
    notRequired,
    withdrawn,
    /** The plan's year has ended before the work did: nothing is owed any more, and it was never done. */
    notAccomplished;

    /** Whether nothing is owed any more: a report of a unit by being accepted, anything else by being issued. */
    public boolean isSettled(DutyKind kind) {
        return switch (this) {
            case issued -> kind != DutyKind.unitReport;
            case accepted, waived, notRequired, withdrawn, notAccomplished -> true;
            default -> false;
        };
    }

    /** Whether the unit was let off: nothing is owed, and nothing was done. */
    public boolean isLetOff() {
        return this == waived || this == notRequired || this == withdrawn;
    }

    /** {@link #isLetOff} as a condition of SQL, on a row of {@code obligation}. */
    public static String letOff(String row) {
        return Arrays.stream(values())
                .filter(ObligationState::isLetOff)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "(" + row + ".state in (", "))"));
    }

    /** The names of the states in which a duty of this kind is settled. */
    public static List<String> settled(DutyKind kind) {
        return Arrays.stream(values())
                .filter(state -> state.isSettled(kind))
                .map(Enum::name)
                .toList();
    }
}
