package vn.plancascade.followup.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.document.SentFile;
import vn.plancascade.followup.DeadlinePolicies;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** Where administrators see and replace the decision table of reminders and escalation. */
@PageController
@RequestMapping("/deadline-policy")
class DeadlinePolicyPages {

    private final DeadlinePolicies policies;
    private final Texts texts;

    DeadlinePolicyPages(DeadlinePolicies policies, Texts texts) {
        this.policies = policies;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return new ModelAndView("deadline-policy", "versions", policies.versions(actor));
    }

    /** The page with what would change, or the way back to it when the file is in force. */
    @PostMapping
    ModelAndView replace(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam boolean dryRun,
            RedirectAttributes afterwards) {
        try {
            if (dryRun) {
                return show(actor).addObject("preview", policies.tryOut(actor, SentFile.one(file)));
            }
            afterwards.addFlashAttribute("preview", policies.replace(actor, SentFile.one(file)));
            afterwards.addFlashAttribute("replaced", true);
            return new ModelAndView("redirect:/deadline-policy");
        } catch (InvalidInput refused) {
            ModelAndView page = show(actor)
                    .addObject(
                            "wrong",
                            refused.violations().stream().map(texts::of).toList());
            page.setStatus(FormProblem.of(refused, texts).status());
            return page;
        }
    }
}
