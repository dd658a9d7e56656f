package vn.plancascade.assignment.domain;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutiesAssigned;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.TaskAssignment;

/** Gives the tasks of a plan to the units that it names, when it is issued; what somebody has already stays with them. */
@Component
class AssignedTasks {

    private final NationalPlans plans;
    private final TaskMoves table;
    private final TaskWatches watches;

    AssignedTasks(NationalPlans plans, TaskMoves table, TaskWatches watches) {
        this.plans = plans;
        this.table = table;
        this.watches = watches;
    }

    @EventListener
    void give(DutiesAssigned issued) {
        List<TaskAssignment> assignments =
                plans.find(issued.planId()).orElseThrow().content().assignments();
        assignments.forEach(assignment -> table.addIfMissing(issued.planId(), assignment));
        if (!assignments.isEmpty()) {
            watches.open(issued.planId());
        }
    }
}
