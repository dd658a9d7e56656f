package vn.plancascade.assignment.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTasks;
import vn.plancascade.assignment.PlanTasks.AnsweringUnit;
import vn.plancascade.assignment.PlanTasks.Told;
import vn.plancascade.assignment.TaskFiles;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.assignment.TaskUpdates;
import vn.plancascade.assignment.ToldProgress;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.TaskAssignment;

/** The board of a plan's tasks: who answers for each, how far it has come, and what the units say of it. */
@RestController
@RequestMapping("/api/v1/plans/{planId}/tasks")
class PlanTaskController {

    private final PlanTasks tasks;
    private final TaskUpdates updates;
    private final TaskFiles files;

    PlanTaskController(PlanTasks tasks, TaskUpdates updates, TaskFiles files) {
        this.tasks = tasks;
        this.updates = updates;
        this.files = files;
    }

    @GetMapping
    Board board(Actor actor, @PathVariable long planId) {
        return new Board(
                planId, tasks.board(actor, planId).stream().map(TaskView::of).toList());
    }

    @GetMapping("/{no}")
    TaskDetail get(Actor actor, @PathVariable long planId, @PathVariable String no) {
        return new TaskDetail(
                TaskView.of(tasks.get(actor, planId, no)),
                tasks.history(actor, planId, no).stream().map(ToldView::of).toList(),
                files.files(actor, planId, no).stream().map(FileView::of).toList());
    }

    /** The units behind a number of the board. */
    @GetMapping("/{no}/units")
    Page<AnsweringUnit> units(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) Answer answer,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return tasks.units(actor, planId, no, answer == null ? Answer.adopted : answer, PageRequest.of(page, size));
    }

    @PostMapping("/{no}/progress")
    TaskView tell(Actor actor, @PathVariable long planId, @PathVariable String no, @RequestBody ToldProgress told) {
        return TaskView.of(updates.tell(actor, planId, no, told));
    }

    @PutMapping("/{no}/assignment")
    TaskView assign(
            Actor actor, @PathVariable long planId, @PathVariable String no, @RequestBody TaskAssignment assignment) {
        return TaskView.of(updates.assign(actor, planId, no, assignment));
    }

    record Board(long planId, List<TaskView> items) {}

    record TaskDetail(
            @com.fasterxml.jackson.annotation.JsonUnwrapped TaskView task,
            List<ToldView> history,
            List<FileView> attachments) {}

    record ToldView(TaskState state, int percent, String note, String by, OffsetDateTime at) {

        static ToldView of(Told told) {
            return new ToldView(told.state(), told.percent(), told.note(), told.by(), VietnamTime.offset(told.at()));
        }
    }
}
