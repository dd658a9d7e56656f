package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.TakingBack;
import vn.plancascade.worklist.TaskLooks;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** Approving several documents that one has read, and taking back what one has just done. */
@PageController
class ApprovalPages {

    private static final int MOST = 50;

    private final Worklist worklist;
    private final TaskLooks looks;
    private final TakingBack takingBack;
    private final TaskPage pages;
    private final Texts texts;

    ApprovalPages(Worklist worklist, TaskLooks looks, TakingBack takingBack, TaskPage pages, Texts texts) {
        this.worklist = worklist;
        this.looks = looks;
        this.takingBack = takingBack;
        this.pages = pages;
        this.texts = texts;
    }

    /** Keeps that the task was opened: reading it writes nothing, so that the page says so. */
    @PostMapping("/tasks/{id}/opened")
    String opened(Actor actor, @PathVariable String id) {
        looks.opened(actor, id);
        return "redirect:/";
    }

    /** Approves each of these tasks whose document this person has opened; the others stay, and it is said why. */
    @PostMapping("/approvals")
    String approve(Actor actor, @RequestParam(required = false) List<String> task, RedirectAttributes after) {
        Set<String> wanted = task == null ? Set.of() : new LinkedHashSet<>(task);
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new InvalidInput("task", wanted.isEmpty() ? "required" : "tooMany", MOST);
        }
        Set<String> opened = looks.openedBy(actor.login(), wanted);
        List<String> refused = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (String id : wanted) {
            String name = null;
            try {
                WorkItem item = worklist.get(actor, id);
                name = pages.named(item);
                if (!item.isApproval() || !opened.contains(id)) {
                    throw new Conflict("task.notOpened");
                }
                ObjectNode decision = JsonNodeFactory.instance.objectNode().put("decision", "approve");
                worklist.complete(actor, id, decision, null);
                done.add(name + ": " + pages.afterwards(item, decision));
            } catch (BusinessProblem problem) {
                refused.add((name == null ? "" : name + ": ") + texts.of(problem.main()));
            }
        }
        after.addFlashAttribute("doneAll", done);
        after.addFlashAttribute("refused", refused);
        return "redirect:/";
    }

    /** Takes back the step that ended a task. */
    @PostMapping("/tasks/{id}/take-back")
    String takeBack(Actor actor, @PathVariable String id, RedirectAttributes after) {
        try {
            takingBack.takeBack(actor, id);
            after.addFlashAttribute("doneAll", List.of(texts.of("page.work.takenBack")));
            return "redirect:/";
        } catch (Conflict gone) {
            after.addFlashAttribute("refused", List.of(texts.of(gone.main())));
            return "redirect:/?tab=done";
        }
    }
}
