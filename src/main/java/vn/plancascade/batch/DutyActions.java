package vn.plancascade.batch;

import java.time.Instant;
import java.util.List;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;

/** Acts on many duties at once. Each is done by the steps and the rights of the single act, in a transaction of its own. */
public interface DutyActions {

    /**
     * Finds out what would be done, and changes no duty.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code ids}, if none is chosen, or too many
     */
    Previewed preview(Actor actor, Order order, Selection selection);

    /**
     * Begins what was previewed. It goes on in the background, with the duties that the preview did not refuse; those that have
     * changed meanwhile are refused then.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code token}, if it is missing, or another person's, order's or selection's
     * @throws vn.plancascade.kernel.Conflict if it has been used, or is older than an hour
     */
    DutyAction run(Actor actor, Order order, String selection, String token);

    /** The same by the action's id, for pages that show the preview. */
    DutyAction run(Actor actor, long id, String token);

    /** How far it has come; for who began it, and for administrators. */
    DutyAction get(Actor actor, long id);

    /** @param token without which it is not run; known to nobody else */
    record Previewed(DutyAction action, String token) {}

    /**
     * One act on many duties.
     *
     * @param by login
     * @param waiting how many are still to be done; in a preview, how many would be done
     */
    record DutyAction(
            long id,
            Order order,
            String by,
            State state,
            int total,
            int waiting,
            int done,
            int refused,
            List<Refusal> refusals,
            Instant previewedAt,
            Instant startedAt,
            Instant finishedAt) {}

    /**
     * Why duties are refused.
     *
     * @param reason what is wrong, with the values of the first of them
     * @param obligations some of them, at most {@value #SHOWN}
     */
    record Refusal(Violation reason, int count, List<Long> obligations) {

        public static final int SHOWN = 100;
    }

    enum State {
        previewed,
        running,
        done
    }
}
