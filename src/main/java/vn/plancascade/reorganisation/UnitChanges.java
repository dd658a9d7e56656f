package vn.plancascade.reorganisation;

import vn.plancascade.organisation.Actor;

/** Changes units while duties are under way. */
public interface UnitChanges {

    /**
     * Works out what a change means, and makes it unless it is only tried. Units change from the day named on; what is
     * under way goes over on that day, or on a later one if it is to be kept until then, in the background.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor is an administrator
     * @throws vn.plancascade.kernel.InvalidInput naming {@code kind}, {@code units}, {@code into}, {@code from},
     *     {@code name} or {@code keepUntil}
     * @throws vn.plancascade.kernel.Conflict if a unit that would end watches a plan in force, or has units below and no
     *     successor
     */
    Consequences run(Actor actor, UnitChange change, boolean dryRun);
}
