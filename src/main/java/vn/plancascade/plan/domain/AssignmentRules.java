package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.TaskAssignment;
import vn.plancascade.plan.TaskAssignment.Milestone;

/** What must hold for who answers for a plan's tasks. */
final class AssignmentRules {

    private static final int MOST_UNITS = 60;
    private static final int TITLE = 500;

    private AssignmentRules() {}

    static void check(PlanContent plan, Predicate<String> isUnit, List<Violation> found) {
        Set<String> tasks = plan.tasks().stream().map(PlanContent.Task::no).collect(Collectors.toSet());
        Set<String> assigned = new HashSet<>();
        for (int i = 0; i < plan.assignments().size(); i++) {
            TaskAssignment assignment = plan.assignments().get(i);
            String field = "assignments[" + i + "].";
            if (assignment.taskNo() == null) {
                found.add(new Violation(field + "taskNo", "required"));
            } else if (!tasks.contains(assignment.taskNo())) {
                found.add(new Violation(field + "taskNo", "plan.taskUnknown", assignment.taskNo()));
            } else if (!assigned.add(assignment.taskNo())) {
                found.add(new Violation(field + "taskNo", "plan.taskTwice", assignment.taskNo()));
            }
            check(assignment, plan.year(), isUnit, field, found);
        }
    }

    /**
     * The same for one that comes by itself, to a plan in force.
     *
     * @throws InvalidInput naming the fields
     */
    static void check(TaskAssignment assignment, int year, Organisation organisation) {
        List<Violation> found = new java.util.ArrayList<>();
        check(assignment, year, code -> organisation.unit(code).isPresent(), "", found);
        InvalidInput.throwIfAny(found);
    }

    private static void check(
            TaskAssignment assignment, Integer year, Predicate<String> isUnit, String field, List<Violation> found) {
        if (assignment.unit() == null) {
            found.add(new Violation(field + "unit", "required"));
        } else if (!isUnit.test(assignment.unit())) {
            found.add(new Violation(field + "unit", "unit.unknown", assignment.unit()));
        }
        if (assignment.coordinating().size() > MOST_UNITS) {
            found.add(new Violation(field + "coordinating", "plan.tooManyUnits", MOST_UNITS));
        }
        assignment.coordinating().stream()
                .filter(code -> !isUnit.test(code))
                .forEach(code -> found.add(new Violation(field + "coordinating", "unit.unknown", code)));
        if (assignment.unit() != null && assignment.coordinating().contains(assignment.unit())) {
            found.add(new Violation(field + "coordinating", "plan.leadsAlready", assignment.unit()));
        }
        checkDay(field + "due", assignment.due(), year, null, found);
        if (assignment.milestones().size() > TaskAssignment.MOST_MILESTONES) {
            found.add(new Violation(field + "milestones", "plan.tooManyMilestones", TaskAssignment.MOST_MILESTONES));
        }
        for (int i = 0; i < assignment.milestones().size(); i++) {
            Milestone milestone = assignment.milestones().get(i);
            String at = field + "milestones[" + i + "].";
            if (milestone.title() == null) {
                found.add(new Violation(at + "title", "required"));
            } else if (milestone.title().length() > TITLE) {
                found.add(new Violation(at + "title", "tooLong", TITLE));
            }
            if (milestone.due() == null) {
                found.add(new Violation(at + "due", "required"));
            }
            checkDay(at + "due", milestone.due(), year, assignment.due(), found);
        }
    }

    private static void checkDay(String field, LocalDate day, Integer year, LocalDate last, List<Violation> found) {
        if (day == null) {
            return;
        }
        if (year != null && day.getYear() != year) {
            found.add(new Violation(field, "plan.dayInYear", year));
        } else if (last != null && day.isAfter(last)) {
            found.add(new Violation(field, "plan.milestoneLate"));
        }
    }
}
