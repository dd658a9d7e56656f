package vn.plancascade.plan.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.AddedTask;

/** What must hold for the tasks that a unit adds for those below it. */
final class AddedTaskRules {

    private AddedTaskRules() {}

    /** What a unit asks of those below it: only where the plan goes tier by tier, and never under a number of the plan. */
    static void check(SubPlanContent plan, PlanContent above) {
        if (plan.addedTasks().isEmpty()) {
            return;
        }
        if (!above.isTierByTier()) {
            throw new InvalidInput("addedTasks", "subPlan.addedNotAsked");
        }
        List<Violation> found = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        above.tasks().forEach(task -> numbers.add(task.no()));
        for (int i = 0; i < plan.addedTasks().size(); i++) {
            AddedTask added = plan.addedTasks().get(i);
            String field = "addedTasks[" + i + "].";
            if (added.no() == null) {
                found.add(new Violation(field + "no", "required"));
            } else if (!numbers.add(added.no())) {
                found.add(new Violation(field + "no", "plan.taskTwice", added.no()));
            }
            if (added.title() == null) {
                found.add(new Violation(field + "title", "required"));
            } else if (added.title().length() > 500) {
                found.add(new Violation(field + "title", "tooLong", 500));
            }
        }
        InvalidInput.throwIfAny(found);
    }
}
