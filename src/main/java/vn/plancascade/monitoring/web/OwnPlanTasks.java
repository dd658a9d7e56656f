package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.assignment.PlanTasks;
import vn.plancascade.organisation.Actor;

/** The tasks of plans that a person's units work on, beside the tasks that wait for somebody. */
@Component("ownPlanTasks")
class OwnPlanTasks {

    private final PlanTasks tasks;

    OwnPlanTasks(PlanTasks tasks) {
        this.tasks = tasks;
    }

    public List<PlanTasks.Waiting> of(Actor actor) {
        return tasks.waitingFor(actor);
    }
}
