package vn.plancascade.assignment.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.PlanTask.Milestone;
import vn.plancascade.assignment.PlanTask.UnitName;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;

/** A task as the board answers it. */
record TaskView(
        String no,
        String title,
        boolean mandatory,
        List<UnitKind> kinds,
        UnitName unit,
        List<UnitName> coordinating,
        LocalDate due,
        boolean overdue,
        TaskState state,
        Integer percent,
        String note,
        String updatedBy,
        OffsetDateTime updatedAt,
        int version,
        List<Milestone> milestones,
        Map<Answer, Long> units,
        boolean mayTell,
        boolean mayAssign) {

    static TaskView of(PlanTask task) {
        return new TaskView(
                task.no(),
                task.title(),
                task.mandatory(),
                task.kinds(),
                task.lead(),
                task.coordinating(),
                task.due(),
                task.overdue(),
                task.state(),
                task.percent(),
                task.note(),
                task.updatedBy(),
                VietnamTime.offset(task.updatedAt()),
                task.version(),
                task.milestones(),
                task.units(),
                task.mayTell(),
                task.mayAssign());
    }
}
