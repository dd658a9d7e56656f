package vn.plancascade.worklist.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/**
 * Evidence from a task's page. A script asks for the part of the page alone, so that nothing that was typed leaves it;
 * without scripts the answer is the page.
 */
@PageController
@RequestMapping("/tasks/{id}/attachments")
class AttachmentPages {

    /** Says that a part of the page is wanted. */
    private static final String PART = "X-Page-Part";

    private final Attachments attachments;
    private final Worklist worklist;
    private final TaskPages pages;
    private final Texts texts;

    AttachmentPages(Attachments attachments, Worklist worklist, TaskPages pages, Texts texts) {
        this.attachments = attachments;
        this.worklist = worklist;
        this.pages = pages;
        this.texts = texts;
    }

    /** @param place the part of the page that it is sent from: an item, or nothing for all of them */
    @PostMapping
    ModelAndView add(
            Actor actor,
            @PathVariable String id,
            Locale locale,
            @RequestParam(required = false) String item,
            @RequestParam(required = false) String place,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestHeader(name = PART, required = false) String part,
            RedirectAttributes after) {
        return done(
                actor,
                id,
                place,
                part,
                locale,
                after,
                () -> texts.of(
                        "page.evidence.added",
                        attachments.add(actor, id, item, SentFile.one(file)).fileName()));
    }

    @PostMapping("/{attachmentId}/remove")
    ModelAndView remove(
            Actor actor,
            @PathVariable String id,
            Locale locale,
            @PathVariable long attachmentId,
            @RequestParam(required = false) String place,
            @RequestHeader(name = PART, required = false) String part,
            RedirectAttributes after) {
        return done(actor, id, place, part, locale, after, () -> {
            attachments.remove(actor, id, attachmentId);
            return texts.of("page.evidence.removed");
        });
    }

    private ModelAndView done(
            Actor actor,
            String id,
            String place,
            String part,
            Locale locale,
            RedirectAttributes after,
            Supplier<String> step) {
        try {
            String did = step.get();
            if (part != null) {
                return part(actor, id, place, locale).addObject("evidenceDone", did);
            }
            after.addFlashAttribute("kept", did);
            String at = place == null || place.isEmpty() ? "" : "-" + UriUtils.encode(place, StandardCharsets.UTF_8);
            return new ModelAndView("redirect:/tasks/" + id + "#evidence" + at);
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            ModelAndView answer =
                    part != null ? part(actor, id, place, locale) : pages.show(actor, id, null, null, locale);
            answer.setStatus(problem.status());
            return answer.addObject("evidenceProblem", texts.of(refused.main()))
                    .addObject("evidencePlace", place == null ? "" : place);
        }
    }

    private ModelAndView part(Actor actor, String id, String place, Locale locale) {
        WorkItem item = worklist.get(actor, id);
        ModelAndView part = new ModelAndView("task-evidence :: part");
        return part.addObject("task", item)
                .addObject("place", place == null ? "" : place)
                .addObject("evidence", TaskEvidence.of(attachments, item, worklist.isOpenTo(actor, item), locale));
    }
}
