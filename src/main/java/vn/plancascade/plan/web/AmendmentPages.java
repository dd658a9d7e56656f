package vn.plancascade.plan.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.Amendments;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** Begins an amendment with what is in force, and gives a draft up; between the two it is a task as any other. */
@PageController
@RequestMapping("/plans/{planId}/amendments")
class AmendmentPages {

    private final Amendments amendments;
    private final Worklist worklist;
    private final Texts texts;

    AmendmentPages(Amendments amendments, Worklist worklist, Texts texts) {
        this.amendments = amendments;
        this.worklist = worklist;
        this.texts = texts;
    }

    @PostMapping
    String begin(Actor actor, @PathVariable long planId) {
        Amendment made = amendments.open(actor, planId, null);
        return worklist.mine(actor, WorkFilter.NONE, new PageRequest(0, PageRequest.MAX_SIZE)).items().stream()
                .filter(item -> item.processInstanceId().equals(made.processInstanceId()))
                .map(WorkItem::id)
                .findFirst()
                .map(task -> "redirect:/tasks/" + task)
                .orElse("redirect:/plans/" + planId);
    }

    @PostMapping("/{id}/discard")
    String discard(Actor actor, @PathVariable long planId, @PathVariable long id, RedirectAttributes afterwards) {
        amendments.discard(actor, planId, id);
        afterwards.addFlashAttribute("done", texts.of("page.amendment.discarded"));
        return "redirect:/plans/" + planId;
    }
}
