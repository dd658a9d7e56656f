package vn.plancascade.worklist;

import vn.plancascade.organisation.Actor;

/** Gives the open task of a duty to another person who may do it: somebody is away, or has too much. */
public interface HandingOver {

    /**
     * For heads of the unit that holds the work, and for those who may decide about the duty.
     *
     * @param to login of a person who holds a role of the task today
     * @throws vn.plancascade.kernel.InvalidInput if the reason or the person is missing
     * @throws vn.plancascade.kernel.NotAllowed if the actor may not
     * @throws vn.plancascade.kernel.Conflict if no task waits, the person may not do it, or has it already
     */
    void handOver(Actor actor, long duty, String to, String reason);

    /** Throws what {@link #handOver} would throw, and changes nothing. */
    void check(Actor actor, long duty, String to, String reason);
}
