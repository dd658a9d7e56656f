package vn.plancascade.monitoring.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.PageController;

/** How far a plan's cascade has come, for a page that asks again, and starts that are tried again. */
@PageController
@RequestMapping("/plans/{id}")
class PlanProgressPages {

    private final NationalPlans plans;
    private final PlanProgress progress;

    PlanProgressPages(NationalPlans plans, PlanProgress progress) {
        this.plans = plans;
        this.progress = progress;
    }

    /** The part of the page that is asked for again while cases are being opened. */
    @GetMapping("/progress")
    String progress(Actor actor, @PathVariable long id, Model model) {
        NationalPlan plan = plans.get(actor, id);
        model.addAttribute("plan", plan);
        model.addAttribute("progress", progress.of(actor, plan));
        model.addAttribute("mayRetry", actor.holds(Role.administrator));
        return "plan-progress :: progress";
    }

    /** Starts again the cases that could not be started. */
    @PostMapping("/retry-starts")
    String retryStarts(Actor actor, @PathVariable long id, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute(
                "restarted", plans.retryStarts(actor, plans.get(actor, id).id()));
        return "redirect:/plans/" + id;
    }
}
