package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.TaskAssignment;
import vn.plancascade.plan.TaskAssignment.Milestone;

/** What the form shows: days as they are typed, a line for each milestone and some blank ones. */
record GivenTask(String unit, List<String> coordinating, String due, List<Line> milestones) {

    private static final int BLANK = 3;

    record Line(String title, String due) {}

    static GivenTask of(PlanTask task) {
        return new GivenTask(
                task.lead() == null ? null : task.lead().code(),
                task.coordinating().stream().map(PlanTask.UnitName::code).toList(),
                typed(task.due()),
                task.milestones().stream()
                        .map(one -> new Line(one.title(), typed(one.due())))
                        .toList());
    }

    private static String typed(LocalDate day) {
        return day == null ? "" : VietnamTime.text(day);
    }

    /** Those that there are, and some blank ones. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(milestones);
        for (int i = 0; i < BLANK; i++) {
            lines.add(new Line("", ""));
        }
        return lines;
    }

    static GivenTask sent(
            String unit, List<String> coordinating, String due, List<String> milestones, List<String> milestonesDue) {
        return new GivenTask(
                unit, coordinating == null ? List.of() : coordinating, due, lines(milestones, milestonesDue));
    }

    /** Lines in which something stands. */
    private static List<Line> lines(List<String> titles, List<String> days) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; titles != null && i < titles.size(); i++) {
            String day = days == null || i >= days.size() ? "" : days.get(i);
            if (!titles.get(i).isBlank() || !day.isBlank()) {
                lines.add(new Line(titles.get(i), day));
            }
        }
        return lines;
    }

    /** @throws InvalidInput naming the days that cannot be read */
    TaskAssignment read() {
        List<Violation> wrong = new ArrayList<>();
        LocalDate due = day("due", due(), wrong);
        List<Milestone> milestones = new ArrayList<>();
        for (Line line : milestones()) {
            milestones.add(
                    new Milestone(line.title(), day("milestones[" + milestones.size() + "].due", line.due(), wrong)));
        }
        InvalidInput.throwIfAny(wrong);
        return new TaskAssignment(null, unit(), coordinating(), due, milestones);
    }

    private static LocalDate day(String field, String typed, List<Violation> wrong) {
        try {
            return VietnamTime.typedDay(field, typed);
        } catch (InvalidInput refused) {
            wrong.addAll(refused.violations());
            return null;
        }
    }
}
