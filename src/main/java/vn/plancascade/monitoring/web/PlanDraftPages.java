package vn.plancascade.monitoring.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.Worklist;

/** "Lập kế hoạch mới": a plan begun from nothing or from an earlier year's, and a draft given up. */
@PageController
@RequestMapping("/plans")
class PlanDraftPages {

    /** Plans to begin from: those of the last years. */
    private static final int OFFERED = 50;

    private final NationalPlans plans;
    private final DraftPlans drafts;
    private final Worklist worklist;
    private final Texts texts;
    private final Clock clock;

    PlanDraftPages(NationalPlans plans, DraftPlans drafts, Worklist worklist, Texts texts, Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.worklist = worklist;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(Actor actor, @RequestParam(required = false) Long copyOf, Model model) {
        if (!actor.holds(Role.ministryDrafter)) {
            throw new NotAllowed("plan.notDrafter");
        }
        model.addAttribute(
                "earlier",
                plans.visibleTo(actor, null, null, new PageRequest(0, OFFERED)).items());
        model.addAttribute("copyOf", copyOf);
        model.addAttribute(
                "year", VietnamTime.dayOf(clock.instant()).plusMonths(3).getYear());
        return "plan-new";
    }

    /** @param copyOf empty to begin from nothing, and then the subject is needed */
    @PostMapping
    String begin(
            Actor actor,
            @RequestParam(required = false) Long copyOf,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) String subject,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        try {
            if (copyOf == null) {
                NationalPlan begun = plans.create(actor, empty(year, subject));
                return worklist.ofCase(actor, begun.processInstanceId())
                        .map(task -> "redirect:/tasks/" + task.id())
                        .orElse("redirect:/plans/" + begun.id());
            }
            DraftPlans.Copy made = drafts.copy(actor, copyOf, year);
            afterwards.addFlashAttribute(
                    "daysOff", made.daysOff().stream().map(texts::of).toList());
            return "redirect:/plans/" + made.plan().id();
        } catch (InvalidInput refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("problem", problem);
            model.addAttribute("subject", subject);
            return form(actor, copyOf, model);
        }
    }

    @PostMapping("/{id}/discard")
    String discard(Actor actor, @PathVariable long id) {
        drafts.discard(actor, id);
        return "redirect:/plans";
    }

    private static PlanContent empty(Integer year, String subject) {
        return FormData.read(
                JsonNodeFactory.instance.objectNode().put("year", year).put("subject", subject), PlanContent.class);
    }
}
