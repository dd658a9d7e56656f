package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** What must hold for a unit's sub-plan before it may be submitted. */
final class SubPlanRules {

    private SubPlanRules() {}

    /**
     * Every mandatory task is answered by an activity, or by a reason why it does not apply.
     *
     * @param year of the plan above; days outside it are to be confirmed
     * @param tasks the tasks of the plan above that address this kind of unit
     */
    static void check(SubPlanContent plan, List<Task> tasks, int year) {
        List<Violation> found = new ArrayList<>();
        if (blank(plan.title())) {
            found.add(new Violation("title", "required"));
        } else if (plan.title().length() > 500) {
            found.add(new Violation("title", "tooLong", 500));
        }
        Map<String, Task> byNumber = new HashMap<>();
        tasks.forEach(task -> byNumber.put(task.no(), task));
        Set<String> covered = new LinkedHashSet<>();
        for (int i = 0; i < plan.items().size(); i++) {
            Item item = plan.items().get(i);
            String field = "items[" + i + "].";
            if (item.taskNo() == null || !byNumber.containsKey(item.taskNo())) {
                found.add(new Violation(field + "taskNo", "subPlan.taskUnknown", String.valueOf(item.taskNo())));
                continue;
            }
            checkDay(field + "from", item.from(), plan, year, found);
            checkDay(field + "to", item.to(), plan, year, found);
            if (answers(item, field, found)) {
                covered.add(item.taskNo());
            }
        }
        List<String> uncovered = tasks.stream()
                .filter(Task::mandatory)
                .map(Task::no)
                .filter(no -> !covered.contains(no))
                .toList();
        if (!uncovered.isEmpty()) {
            found.add(0, new Violation("items", "subPlan.uncovered", String.join(", ", uncovered)));
        }
        InvalidInput.throwIfAny(found);
    }

    /** Whether the item answers its task; what is half said is found wrong. */
    private static boolean answers(Item item, String field, List<Violation> found) {
        if (item.response() == null) {
            return false;
        }
        if (item.response() == Response.notApplicable) {
            if (blank(item.reason())) {
                found.add(new Violation(field + "reason", "subPlan.reasonMissing", item.taskNo()));
                return false;
            }
            return true;
        }
        if (blank(item.activity())) {
            found.add(new Violation(field + "activity", "subPlan.activityMissing", item.taskNo()));
            return false;
        }
        if (backwards(item.from(), item.to())) {
            found.add(new Violation(field + "to", "subPlan.periodBackwards", item.taskNo()));
        }
        if (negative(item.budget())) {
            found.add(new Violation(field + "budget", "subPlan.budgetNegative", item.taskNo()));
        }
        return true;
    }

    /** Words such as "quý II" are fine; what is meant as a day has to be one, and one of the year unless it is confirmed. */
    private static void checkDay(String field, String text, SubPlanContent plan, int year, List<Violation> found) {
        if (text == null || !VietnamTime.isMeantAsDay(text)) {
            return;
        }
        Optional<LocalDate> day = VietnamTime.day(text);
        if (day.isEmpty()) {
            found.add(new Violation(field, "date"));
        } else if (day.get().getYear() != year && !plan.datesConfirmed()) {
            found.add(new Violation(field, "subPlan.outsideYear", VietnamTime.text(day.get()), Integer.toString(year)));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean backwards(String from, String to) {
        try {
            return !blank(from) && !blank(to) && LocalDate.parse(to).isBefore(LocalDate.parse(from));
        } catch (DateTimeParseException words) {
            return false;
        }
    }

    private static boolean negative(String budget) {
        try {
            return !blank(budget) && Double.parseDouble(budget) < 0;
        } catch (NumberFormatException words) {
            return false;
        }
    }
}
