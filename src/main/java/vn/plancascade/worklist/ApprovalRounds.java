package vn.plancascade.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was submitted and what was decided on it, round by round; nothing of it is ever overwritten. */
public interface ApprovalRounds {

    /** How the rounds of a national plan are named; those of duties are named by {@code Obligation.subject}. */
    static String ofPlan(long planId) {
        return "nationalPlan:" + planId;
    }

    /** @param subject such as {@code subPlan:12} */
    void submitted(String subject, String content, String login);

    /**
     * Puts to the newest round that it was passed on to who decides.
     *
     * @param comment what the decider is told, or null
     * @param login who did; null takes it back, while nothing is decided
     */
    void reviewed(String subject, String comment, String login);

    /** Puts the decision to the newest round. */
    void decided(String subject, Decision decision, String login);

    /** Puts to the newest round, on which nothing was decided, that it was taken back. */
    void takenBack(String subject, String login);

    /** Begins a round with the content of the newest one, whose decision was taken back. */
    void reopened(String subject);

    Optional<Round> latest(String subject);

    /** Why each of these was sent back the last time, and by whom; those that were not are left out. */
    Map<String, Round> returned(Collection<String> subjects);

    List<Round> all(String subject);

    /**
     * @param reviewComment of the reviewer who passed it on; null, as is who it was, where nobody did
     * @param decision approve, return, takenBack, or null while undecided
     */
    record Round(
            int number,
            String content,
            String submittedBy,
            Instant submittedAt,
            String reviewComment,
            String reviewedBy,
            Instant reviewedAt,
            String decision,
            String comment,
            String decidedBy,
            Instant decidedAt) {}
}
