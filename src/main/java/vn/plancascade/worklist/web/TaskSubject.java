package vn.plancascade.worklist.web;

import java.time.Instant;
import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.PlanTerms;

/**
 * What a task is about.
 *
 * @param period in words; null for what has none
 * @param unitName of whose document it is
 * @param duty null where the task is about a plan
 * @param about the address of the page of the plan or the duty
 * @param rounds what was submitted so far, the first round first
 */
record TaskSubject(PlanTerms plan, String period, String unitName, Obligation duty, String about, List<Round> rounds) {

    /** The newest round; null before the first. */
    public Round latest() {
        return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    }

    /** Why it was sent back the last time, before the newest round or in it; null if it never was. */
    public Round returned() {
        return rounds.stream()
                .filter(round -> round.comment() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** @param comment why it was sent back; null where it was not */
    public record Round(
            int number,
            String submittedBy,
            Instant submittedAt,
            String reviewedBy,
            Instant reviewedAt,
            String reviewComment,
            String comment,
            String decidedBy,
            Instant decidedAt) {}
}
