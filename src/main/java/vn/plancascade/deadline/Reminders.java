package vn.plancascade.deadline;

import vn.plancascade.organisation.Actor;

/** Somebody who watches over a duty asks for it, between the mornings on which the product does so by itself. */
public interface Reminders {

    /**
     * Reminds whoever holds the work now, and the unit's head, by mail.
     *
     * @param reason what is written to them besides, or null
     * @throws vn.plancascade.kernel.InvalidInput if the reason is too long
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not grant the unit anything either
     * @throws vn.plancascade.kernel.Conflict if the duty is settled or delivered, nobody holds the work, or it was asked for today
     */
    void remind(Actor actor, long id, String reason);

    /** Throws what {@link #remind} would throw, and does nothing. */
    void check(Actor actor, long id, String reason);
}
