package vn.plancascade.assignment;

import java.time.Instant;
import java.util.List;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** The board of a plan's tasks. Tasks go by the number that the plan gives them. */
public interface PlanTasks {

    /**
     * All tasks of the plan, in its order.
     *
     * @throws vn.plancascade.kernel.NotFound if there is no such plan, or the actor may not know of it
     */
    List<PlanTask> board(Actor actor, long planId);

    /** @throws vn.plancascade.kernel.NotFound if the plan has no such task */
    PlanTask get(Actor actor, long planId, String no);

    /** The units that the actor may see whose plans and reports say this of the task, by code. */
    Page<AnsweringUnit> units(Actor actor, long planId, String no, Answer answer, PageRequest page);

    /** What was told of the task, the newest first; nothing for those who are not to read it. */
    List<Told> history(Actor actor, long planId, String no);

    /** What waits for the actor's units and is not done, what is due first before the others. */
    List<Waiting> waitingFor(Actor actor);

    /** @param report the report that tells it, or null */
    record AnsweringUnit(String unitCode, String unitName, long duty, Long report, Answer answer) {}

    record Told(TaskState state, int percent, String note, String by, Instant at) {}

    /** A task that waits for people of a unit. */
    record Waiting(PlanTask task, String planNumber, String planSubject) {}
}
