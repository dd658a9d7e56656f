package vn.plancascade.assignment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.plancascade.assignment.TaskState;

/** A task that a unit answers for, as it is kept. */
record TaskRow(
        long id,
        long planId,
        String taskNo,
        String unit,
        List<String> coordinating,
        LocalDate due,
        TaskState state,
        int percent,
        String note,
        int version,
        String updatedBy,
        Instant updatedAt,
        List<Milestone> milestones) {

    record Milestone(int position, String title, LocalDate due, LocalDate doneOn) {}

    /** How its evidence is filed. */
    String subject() {
        return "planTask:" + id;
    }

    boolean isWorkedOnBy(java.util.Collection<String> units) {
        return units.contains(unit) || coordinating.stream().anyMatch(units::contains);
    }
}
