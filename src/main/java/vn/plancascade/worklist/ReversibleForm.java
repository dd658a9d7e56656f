package vn.plancascade.worklist;

import vn.plancascade.organisation.Actor;

/** A form whose step can be taken back while the next person has not opened what it led to. */
public interface ReversibleForm extends WorkForm {

    /** The task that waits after the step, by its id in the model. */
    String nextTask();

    /**
     * Writes that the step was taken back; runs in the transaction in which the case goes back.
     *
     * @param next what waits
     * @throws vn.plancascade.kernel.Conflict if it cannot be taken back
     */
    void takeBack(WorkItem next, Actor actor);
}
