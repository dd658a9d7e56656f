package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.PlanTasks;
import vn.plancascade.assignment.TaskFiles;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.assignment.TaskUpdates;
import vn.plancascade.assignment.ToldProgress;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** The board of a plan's tasks, one of them, and the units behind a number. */
@PageController
@RequestMapping("/plans/{planId}/tasks")
class PlanTaskPages {

    private final NationalPlans plans;
    private final PlanTasks tasks;
    private final TaskUpdates updates;
    private final TaskFiles files;
    private final Texts texts;

    PlanTaskPages(NationalPlans plans, PlanTasks tasks, TaskUpdates updates, TaskFiles files, Texts texts) {
        this.plans = plans;
        this.tasks = tasks;
        this.updates = updates;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping
    String board(Actor actor, @PathVariable long planId, Model model) {
        model.addAttribute("plan", plans.get(actor, planId));
        model.addAttribute("tasks", tasks.board(actor, planId));
        model.addAttribute("answers", Answer.values());
        return "plan-tasks";
    }

    @GetMapping("/{no}")
    String show(Actor actor, @PathVariable long planId, @PathVariable String no, Model model) {
        PlanTask task = tasks.get(actor, planId, no);
        model.addAttribute("plan", plans.get(actor, planId));
        model.addAttribute("task", task);
        model.addAttribute("history", tasks.history(actor, planId, no));
        model.addAttribute("files", files.files(actor, planId, no));
        model.addAttribute("states", TaskState.values());
        return "plan-task";
    }

    @GetMapping("/{no}/units")
    String units(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) Answer answer,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            Model model) {
        Answer shown = answer == null ? Answer.adopted : answer;
        Page<PlanTasks.AnsweringUnit> found = tasks.units(actor, planId, no, shown, PageRequest.of(page, size));
        model.addAttribute("plan", plans.get(actor, planId));
        model.addAttribute("task", tasks.get(actor, planId, no));
        model.addAttribute("answer", shown);
        model.addAttribute("found", found.items());
        model.addAttribute(
                "pager",
                Pager.of(
                        found,
                        number -> Address.of(address(planId, no) + "/units")
                                .with("answer", shown)
                                .with("page", number)
                                .with("size", size)
                                .toString()));
        return "plan-task-units";
    }

    @PostMapping("/{no}/progress")
    String tell(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) TaskState state,
            @RequestParam(required = false) Integer percent,
            @RequestParam(required = false) String note,
            @RequestParam(required = false) List<Integer> milestonesDone,
            @RequestParam(required = false) Integer version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        ToldProgress told = new ToldProgress(
                state,
                state == TaskState.underWay ? percent : null,
                note,
                milestonesDone == null ? List.of() : milestonesDone,
                version);
        model.addAttribute("told", told);
        return done(
                actor,
                planId,
                no,
                "planTasks.saved",
                model,
                response,
                afterwards,
                () -> updates.tell(actor, planId, no, told));
    }

    @PostMapping("/{no}/attachments")
    String addFile(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) List<MultipartFile> file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        return done(
                actor,
                planId,
                no,
                "planTasks.fileAdded",
                model,
                response,
                afterwards,
                () -> files.addFile(actor, planId, no, SentFile.one(file)));
    }

    @PostMapping("/{no}/attachments/{id}/remove")
    String removeFile(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @PathVariable long id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        return done(actor, planId, no, "page.evidence.removed", model, response, afterwards, () -> {
            files.removeFile(actor, planId, no, id);
            return null;
        });
    }

    private String done(
            Actor actor,
            long planId,
            String no,
            String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards,
            Supplier<Object> step) {
        try {
            step.get();
            afterwards.addFlashAttribute("done", texts.of(text));
            return "redirect:" + address(planId, no);
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("problem", problem);
            return show(actor, planId, no, model);
        }
    }

    static String address(long planId, String no) {
        return UriComponentsBuilder.fromPath("/plans/{plan}/tasks/{no}")
                .encode()
                .buildAndExpand(planId, no)
                .toUriString();
    }
}
