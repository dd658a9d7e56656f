package vn.plancascade.assignment.domain;

import java.util.ArrayList;
import java.util.List;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.assignment.ToldProgress;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.worklist.FormData;

/** What must hold for what is told of a task. */
final class ProgressRules {

    private ProgressRules() {}

    /**
     * How far the task has come.
     *
     * @throws InvalidInput naming the fields
     */
    static int percent(ToldProgress told, int milestones) {
        List<Violation> found = new ArrayList<>();
        if (told.note() != null && told.note().length() > FormData.MAX_COMMENT) {
            found.add(new Violation("note", "tooLong", FormData.MAX_COMMENT));
        }
        if (told.milestonesDone() != null
                && told.milestonesDone().stream().anyMatch(position -> position < 1 || position > milestones)) {
            found.add(new Violation("milestonesDone", "planTask.milestoneUnknown"));
        }
        if (told.state() == null) {
            found.add(new Violation("state", "required"));
            throw new InvalidInput(found);
        }
        int percent = percent(told.state(), told.percent(), found);
        InvalidInput.throwIfAny(found);
        return percent;
    }

    private static int percent(TaskState state, Integer told, List<Violation> found) {
        if (state == TaskState.underWay) {
            if (told == null) {
                found.add(new Violation("percent", "required"));
                return 0;
            }
            if (told < 1 || told > 99) {
                found.add(new Violation("percent", "planTask.percent"));
            }
            return told;
        }
        int follows = state == TaskState.done ? 100 : 0;
        if (told != null && told != follows) {
            found.add(new Violation("percent", "planTask.percent"));
        }
        return follows;
    }
}
