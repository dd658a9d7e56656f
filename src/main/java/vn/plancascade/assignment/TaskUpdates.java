package vn.plancascade.assignment;

import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.TaskAssignment;

/** What changes a task of a plan in force: how far it has come, and who answers for it. */
public interface TaskUpdates {

    /**
     * Tells how far it has come.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor works in a unit that leads or coordinates, or in the plan's
     *     focal unit
     * @throws vn.plancascade.kernel.Conflict if the plan is not in force, nobody answers for the task, or somebody else has
     *     told something since
     * @throws vn.plancascade.kernel.InvalidInput naming the field
     */
    PlanTask tell(Actor actor, long planId, String no, ToldProgress told);

    /**
     * Gives the task to units, in place of those that had it.
     *
     * @param assignment whose task number does not matter
     * @throws vn.plancascade.kernel.NotAllowed unless the actor prepares or watches the plan
     */
    PlanTask assign(Actor actor, long planId, String no, TaskAssignment assignment);
}
