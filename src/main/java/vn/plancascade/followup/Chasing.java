package vn.plancascade.followup;

import vn.plancascade.organisation.Actor;

/** Letters (công văn đôn đốc) to overdue units, which somebody gathers duty by duty into a draft. */
public interface Chasing {

    /** How many letters the chosen units get. */
    enum Letters {
        /** One to all of them, with the list annexed. */
        one,
        /** One to each department of health, about itself and the units below it; the others get one together. */
        bySuperior
    }

    /**
     * Puts the unit on the letter that the actor's unit is drafting about the duty's plan, kind and period; begins one where
     * there is none.
     *
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not grant the unit anything either
     * @throws vn.plancascade.kernel.Conflict if the duty is not overdue, is on a letter that has not gone out yet, or nobody
     *     could approve and number a letter of that unit
     */
    void chase(Actor actor, long obligation, Letters letters);

    /** Throws what {@link #chase} would throw, and does nothing. */
    void check(Actor actor, long obligation);
}
