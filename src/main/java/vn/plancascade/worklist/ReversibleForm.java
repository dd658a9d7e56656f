package vn.plancascade.worklist;

import java.util.List;
import java.util.Set;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Actor;

/** A form whose step can be taken back while the next person has not opened what it led to. */
public interface ReversibleForm extends WorkForm {

    /** The tasks that may wait after the step, by their ids in the model. */
    Set<String> nextTasks();

    /**
     * The candidate groups that may do the step itself, and so take it back.
     *
     * @param next what waits after it
     * @param duty that the case is about; null where it is about a plan
     */
    default List<String> groups(WorkItem next, Obligation duty) {
        Holder holder = Holder.ofTask(taskKey()).orElseThrow();
        return holder.allowed().stream()
                .map(role -> role.group(holder.unitOf(duty)))
                .toList();
    }

    /**
     * Writes that the step was taken back; runs in the transaction in which the case goes back.
     *
     * @param next what waits
     * @throws vn.plancascade.kernel.Conflict if it cannot be taken back
     */
    void takeBack(WorkItem next, Actor actor);
}
