package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Task;

/** What must hold for what a national plan says. */
final class PlanContentRules {

    private PlanContentRules() {}

    /**
     * Refuses a plan that could not be issued.
     *
     * @param isUnit whether there is a unit of this code
     * @throws InvalidInput naming the field of each finding
     */
    static void check(PlanContent plan, Predicate<String> isUnit) {
        List<Violation> found = new ArrayList<>();
        required(found, "subject", plan.subject());
        if (plan.subject() != null && plan.subject().length() > 500) {
            found.add(new Violation("subject", "tooLong", 500));
        }
        if (!isYear(plan.year())) {
            found.add(new Violation("year", "plan.year"));
        }
        if (PlanContent.lines(plan.recipients()).isEmpty()) {
            found.add(new Violation("recipients", "required"));
        }
        checkTasks(plan, found);
        AssignmentRules.check(plan, isUnit, found);
        DutyMatrixRules.check(plan, found);
        CalendarRules.check(plan, found);
        checkFollowUp(plan, isUnit, found);
        checkTiers(plan, found);
        StepTargetRules.check(plan, found);
        MailboxRules.check("reportMailbox", plan.reportMailbox(), found);
        MailboxRules.check("consolidatedRecipients", plan.consolidatedRecipients(), found);
        IndicatorRules.check(plan, found);
        if (plan.subPlanDeadline() == null) {
            found.add(new Violation("subPlanDeadline", "required"));
        } else if (plan.documentDate() != null && !plan.subPlanDeadline().isAfter(plan.documentDate())) {
            found.add(new Violation("subPlanDeadline", "plan.deadlineBeforeDate"));
        }
        InvalidInput.throwIfAny(found);
    }

    private static void checkTasks(PlanContent plan, List<Violation> found) {
        if (plan.tasks().isEmpty()) {
            found.add(new Violation("tasks", "plan.noTasks"));
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            Task task = plan.tasks().get(i);
            required(found, "tasks[" + i + "].no", task.no());
            required(found, "tasks[" + i + "].title", task.title());
            if (task.no() != null && !numbers.add(task.no())) {
                found.add(new Violation("tasks[" + i + "].no", "plan.taskTwice", task.no()));
            }
            if (task.kinds().isEmpty()) {
                found.add(new Violation("tasks[" + i + "].kinds", "required"));
            }
        }
    }

    private static void checkFollowUp(PlanContent plan, Predicate<String> isUnit, List<Violation> found) {
        String focalUnit = plan.focalUnit();
        if (focalUnit != null && !isUnit.test(focalUnit)) {
            found.add(new Violation("focalUnit", "unit.unknown", focalUnit));
        }
        if (plan.workingDaysEarlierPerTier() < 0 || plan.workingDaysEarlierPerTier() > 20) {
            found.add(new Violation("workingDaysEarlierPerTier", "plan.workingDaysEarlier"));
        }
        if (plan.consolidationWorkingDays() < 1 || plan.consolidationWorkingDays() > 250) {
            found.add(new Violation("consolidationWorkingDays", "plan.workingDays"));
        }
        if (plan.reportOpenDays() < 1 || plan.reportOpenDays() > 366) {
            found.add(new Violation("reportOpenDays", "plan.reportOpenDays"));
        }
        if (plan.followUpDays() < 1 || plan.followUpDays() > 60) {
            found.add(new Violation("followUpDays", "plan.followUpDays"));
        }
        if (plan.extensionLimit() < 0 || plan.extensionLimit() > 250) {
            found.add(new Violation("extensionLimit", "plan.extensionLimit"));
        }
    }

    private static void checkTiers(PlanContent plan, List<Violation> found) {
        for (int i = 0; i < plan.duties().size(); i++) {
            Integer days = plan.duties().get(i).workingDaysAfterSuperior();
            if (days != null && (days < 1 || days > 250)) {
                found.add(new Violation("duties[" + i + "].workingDaysAfterSuperior", "plan.workingDays"));
            }
        }
        LocalDate start = plan.startWithoutSuperiorOn();
        if (start != null
                && plan.year() != null
                && (start.getYear() < plan.year() || start.getYear() > plan.year() + 1)) {
            found.add(new Violation("startWithoutSuperiorOn", "extension.year", plan.year(), plan.year() + 1));
        }
    }

    private static void required(List<Violation> found, String field, String value) {
        if (value == null || value.isBlank()) {
            found.add(new Violation(field, "required"));
        }
    }

    static boolean isYear(Integer year) {
        return year != null && year >= 2000 && year <= 2100;
    }
}
