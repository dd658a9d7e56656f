package vn.plancascade.assignment.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.plan.SubPlanAnswers;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.report.ActivitiesTold;
import vn.plancascade.report.ActivitiesTold.Activity;

/** Gathers under each task what units say of it, when their plans and reports are issued. */
@Component
class UnitsAnswers {

    private final AnswerTable table;
    private final Obligations obligations;

    UnitsAnswers(AnswerTable table, Obligations obligations) {
        this.table = table;
        this.obligations = obligations;
    }

    /** Of several activities for one task, one that is taken up is enough. */
    @EventListener
    void answered(SubPlanAnswers issued) {
        Map<String, Response> byTask = new HashMap<>();
        for (Item item : issued.items()) {
            if (item.taskNo() != null && item.response() != null) {
                byTask.merge(item.taskNo(), item.response(), (one, other) -> one == Response.adopted ? one : other);
            }
        }
        if (!byTask.isEmpty()) {
            table.answered(issued.duty().id(), issued.duty().planId(), byTask);
        }
    }

    @EventListener
    void told(ActivitiesTold report) {
        Map<String, List<Activity>> byTask =
                report.activities().stream().collect(Collectors.groupingBy(Activity::taskNo));
        Map<String, TaskState> states = new HashMap<>();
        byTask.forEach((task, activities) -> together(activities).ifPresent(state -> states.put(task, state)));
        if (!states.isEmpty()) {
            obligations
                    .subPlans(report.planId(), report.unitCode())
                    .forEach(duty -> table.told(duty.id(), report.report(), report.upTo(), states));
        }
    }

    /** All done is done, none begun is not begun, and whatever is between is under way; nothing where none says anything. */
    static Optional<TaskState> together(Collection<Activity> activities) {
        List<TaskState> told = activities.stream()
                .flatMap(activity -> Stream.of(TaskState.values())
                        .filter(state -> state.name().equals(activity.state())))
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        boolean alike =
                told.size() == activities.size() && told.stream().distinct().count() == 1;
        return Optional.of(alike ? told.get(0) : TaskState.underWay);
    }
}
