package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.assignment.PlanTask;
import vn.plancascade.assignment.PlanTasks;
import vn.plancascade.assignment.TaskUpdates;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.OfferedUnits;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** A task of a plan in force is given to units: who leads, who coordinates, until when, with which milestones. */
@PageController
@RequestMapping("/plans/{planId}/tasks/{no}/assignment")
class TaskAssignmentPages {

    private final NationalPlans plans;
    private final PlanTasks tasks;
    private final TaskUpdates updates;
    private final OfferedUnits units;
    private final Texts texts;

    TaskAssignmentPages(NationalPlans plans, PlanTasks tasks, TaskUpdates updates, OfferedUnits units, Texts texts) {
        this.plans = plans;
        this.tasks = tasks;
        this.updates = updates;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping
    String form(Actor actor, @PathVariable long planId, @PathVariable String no, Model model) {
        return page(actor, planId, no, null, model);
    }

    @PostMapping
    String assign(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) List<String> coordinating,
            @RequestParam(required = false) String due,
            @RequestParam(required = false) List<String> milestoneTitle,
            @RequestParam(required = false) List<String> milestoneDue,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        GivenTask given = GivenTask.sent(unit, coordinating, due, milestoneTitle, milestoneDue);
        try {
            updates.assign(actor, planId, no, given.read());
            afterwards.addFlashAttribute("done", texts.of("planTasks.assigned"));
            return "redirect:" + PlanTaskPages.address(planId, no);
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("problem", problem);
            return page(actor, planId, no, given, model);
        }
    }

    private String page(Actor actor, long planId, String no, GivenTask sent, Model model) {
        PlanTask task = tasks.get(actor, planId, no);
        if (!task.mayAssign()) {
            throw new NotAllowed("planTask.notAssigning");
        }
        model.addAttribute("plan", plans.get(actor, planId));
        model.addAttribute("task", task);
        model.addAttribute("given", sent == null ? GivenTask.of(task) : sent);
        model.addAttribute("units", units.all());
        return "plan-task-assignment";
    }
}
