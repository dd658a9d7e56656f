package vn.plancascade.plan;

import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Actor;

/** Units that come to a plan in force, since they were founded later or forgotten, and units that leave it. */
public interface PlanUnits {

    /** Whether the actor may let units join: who prepares or watches the plan, and administrators. */
    boolean mayLetJoin(Actor actor, NationalPlan plan);

    /** Whether the actor may let units leave: a leader of the body that issued it. */
    boolean mayLetLeave(Actor actor, NationalPlan plan);

    /**
     * Gives a unit what its kind owes by the plan, and opens its case. It has the plan's deadline, or five working days where
     * fewer are left; a period that is open already is not required of it.
     *
     * @return its duties
     * @throws vn.plancascade.kernel.Conflict if the plan is not in force, or the unit has duties of it
     * @throws vn.plancascade.kernel.InvalidInput naming {@code unitCode}: no such unit today, or one that owes nothing
     */
    List<Obligation> join(Actor actor, long planId, String unitCode);

    /**
     * Withdraws all that the unit still owes by the plan; what it has issued stays.
     *
     * @return what was withdrawn
     * @throws vn.plancascade.kernel.Conflict if it owes nothing
     */
    List<Obligation> leave(Actor actor, long planId, String unitCode, String reason);
}
