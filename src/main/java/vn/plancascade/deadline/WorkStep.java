package vn.plancascade.deadline;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the work on a duty is, as those who watch it ask: whose turn it is. A state tells it but for one thing, whether a draft
 * is the first one or has come back.
 */
public enum WorkStep {
    /** No case has been opened yet, or it could not be. */
    notStarted,
    /** The unit above has not issued. */
    waiting,
    drafting,
    withReviewer,
    withHead,
    /** Sent back by the reviewer, by the head or by the superior. */
    returned,
    withClerk,
    withSuperior,
    settled;

    /** @param timesReturned how often the draft or the document was sent back */
    public static WorkStep of(DutyKind kind, ObligationState state, int timesReturned) {
        if (state.isSettled(kind)) {
            return settled;
        }
        return switch (state) {
            case planned, startFailed -> notStarted;
            case waitingForSuperior -> waiting;
            case drafting -> timesReturned > 0 ? returned : drafting;
            case revisionRequested -> returned;
            case awaitingReview -> withReviewer;
            case awaitingApproval -> withHead;
            case awaitingIssue -> withClerk;
            case issued -> withSuperior;
            case accepted, waived, notRequired, withdrawn, notAccomplished -> settled;
        };
    }

    public static WorkStep of(Obligation duty) {
        return of(duty.kind(), duty.state(), duty.timesReturned());
    }

    /** The step as a value of SQL, of a row with the columns {@code kind}, {@code state} and {@code times_returned}. */
    public static String sql(String row) {
        return Arrays.stream(DutyKind.values())
                .flatMap(kind -> Arrays.stream(ObligationState.values()).map(state -> {
                    String first = of(kind, state, 0).name();
                    String again = of(kind, state, 1).name();
                    String step = first.equals(again)
                            ? "'" + first + "'"
                            : "case when " + row + ".times_returned > 0 then '" + again + "' else '" + first + "' end";
                    return "when '" + kind + " " + state + "' then " + step;
                }))
                .collect(Collectors.joining(" ", "case " + row + ".kind || ' ' || " + row + ".state ", " end"));
    }
}
