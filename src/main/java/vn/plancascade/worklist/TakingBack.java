package vn.plancascade.worklist;

import java.util.Collection;
import java.util.Set;
import vn.plancascade.organisation.Actor;

/** Taking back a step that one has just done. */
public interface TakingBack {

    /** Those of these ended tasks whose step the actor may take back now. */
    Set<String> possible(Actor actor, Collection<DoneWork> done);

    /**
     * Goes back to the task that the step ended: the case, the duty and its history, in one transaction.
     *
     * @param doneTaskId the task that the actor completed
     * @throws vn.plancascade.kernel.NotFound if the actor has done no such task
     * @throws vn.plancascade.kernel.Conflict if the next person has opened what waits, or the work has gone on
     */
    void takeBack(Actor actor, String doneTaskId);
}
