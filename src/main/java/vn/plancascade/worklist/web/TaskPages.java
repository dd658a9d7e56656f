package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.OwnParameters;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.OpenedTask;
import vn.plancascade.worklist.TaskEditors;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;
import vn.plancascade.worklist.form.SentForm;

/** The place where a task is done: its form and what it is about, on one page that works without scripts. */
@PageController
@RequestMapping("/tasks/{id}")
class TaskPages {

    private static final String VERSION = "version";

    private final Worklist worklist;
    private final TaskEditors editors;
    private final FormLanguage languages;
    private final TaskStep steps;
    private final TaskPage pages;
    private final Texts texts;

    TaskPages(
            Worklist worklist,
            TaskEditors editors,
            FormLanguage languages,
            TaskStep steps,
            TaskPage pages,
            Texts texts) {
        this.worklist = worklist;
        this.editors = editors;
        this.languages = languages;
        this.steps = steps;
        this.pages = pages;
        this.texts = texts;
    }

    /**
     * @param section of a form that is written in sections; its first where it is left out
     * @param row of a section whose rows are opened one at a time, from 0
     */
    @GetMapping
    ModelAndView show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) String section,
            @RequestParam(required = false) String row,
            Locale locale) {
        OpenedTask task = open(actor, id, locale);
        return pages.of(actor, task, task.data(), SectionPlace.of(section, row), locale);
    }

    /** What is saved, as the document that it will become; the page beside shows it anew after each saving. */
    @GetMapping("/preview")
    ModelAndView preview(Actor actor, @PathVariable String id, Locale locale) {
        OpenedTask task = open(actor, id, locale);
        return new ModelAndView("task-preview", "document", worklist.document(actor, task));
    }

    /** Does the step, or keeps what was typed and shows it again with a row more or less. */
    @PostMapping
    @OwnParameters({"version", "section", "row", "step", "take", "mark", "decision", "file"})
    ModelAndView send(
            Actor actor,
            @PathVariable String id,
            Locale locale,
            HttpServletRequest request,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes after) {
        SentTask sent = SentTask.of(request.getParameterMap());
        OpenedTask task = open(actor, id, locale);
        ObjectNode filled = new SentForm(task.form(), locale).over(task.data(), sent.fields());
        sent.taken().forEach(name -> SentForm.take(filled, task.data(), name));
        try {
            sent.refuseBroken();
            if (!sent.isKnown()) {
                throw new InvalidInput("step", "form.step.unknown");
            }
            if (sent.place().section() != null && editors.sections(task.item()).isEmpty()) {
                throw FormData.unknownField("section");
            }
            if (sent.completes()) {
                ObjectNode data = versioned(Remarks.into(filled, sent.remarks()), sent);
                if (!editors.sections(task.item()).isEmpty()) {
                    // What is wrong may lie in another section: nothing of this one is lost on the way there.
                    data = worklist.saveDraft(actor, id, data);
                }
                return complete(actor, task.item(), data, SentFile.oneOrNone(file), after);
            }
            TaskStep.Done done = steps.after(sent, task.item(), filled);
            worklist.saveDraft(actor, id, versioned(done.kept(), sent));
            after.addFlashAttribute("kept", texts.of(sent.copies() ? "page.task.copied" : "page.task.kept"));
            after.addFlashAttribute("marked", sent.marks());
            return new ModelAndView("redirect:" + done.next());
        } catch (NotFound | NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            return again(actor, task, filled, sent, refused, locale);
        }
    }

    /** What scripts save while a person types. */
    @PostMapping(path = "/draft", produces = MediaType.APPLICATION_JSON_VALUE)
    @OwnParameters({"version", "section", "row", "mark"})
    ResponseEntity<Map<String, Object>> save(
            Actor actor, @PathVariable String id, Locale locale, HttpServletRequest request) {
        SentTask sent = SentTask.of(request.getParameterMap());
        OpenedTask task = open(actor, id, locale);
        ObjectNode filled = new SentForm(task.form(), locale).over(task.data(), sent.fields());
        try {
            sent.refuseBroken();
            ObjectNode saved = worklist.saveDraft(actor, id, versioned(filled, sent));
            Map<String, Object> answer = new HashMap<>(
                    Map.of(VERSION, saved.path(VERSION).asInt(), "text", texts.of("page.task.saved", pages.now())));
            pages.standing(task, saved, locale).ifPresent(standing -> answer.put("standing", standing));
            answer.put("progress", pages.progress(task.form(), saved, locale));
            answer.put("sections", pages.sections(task, saved, locale));
            return ResponseEntity.ok(answer);
        } catch (BusinessProblem refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            return ResponseEntity.status(problem.status())
                    .body(Map.of(
                            "text", texts.of(refused.main()),
                            "fields", problem.fields(),
                            "stale", refused instanceof Conflict));
        }
    }

    /** Reads a workbook that was filled in into the draft. */
    @PostMapping("/sheet")
    ModelAndView readSheet(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) String section,
            Locale locale,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes after) {
        SectionPlace place = SectionPlace.of(section, null);
        try {
            editors.readSheet(actor, id, SentFile.one(file));
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            OpenedTask task = open(actor, id, locale);
            ModelAndView page = pages.of(actor, task, task.data(), place, locale);
            page.setStatus(problem.status());
            return page.addObject(
                    "problem", FieldLabels.inOrder(problem, pages.labels(task.form(), task.data(), locale)));
        }
        after.addFlashAttribute("kept", texts.of("page.outline.done"));
        return new ModelAndView("redirect:" + place.of(id));
    }

    private ModelAndView complete(
            Actor actor, WorkItem item, ObjectNode data, Upload signed, RedirectAttributes after) {
        worklist.complete(actor, item.id(), data, signed);
        after.addFlashAttribute("done", pages.afterwards(item, data));
        return new ModelAndView(worklist.isForAllUnits(item) ? "redirect:/plans/" + item.subject() : "redirect:/");
    }

    /** The page with what is wrong and what was typed; with what is saved beside it where somebody else saved meanwhile. */
    private ModelAndView again(
            Actor actor, OpenedTask task, ObjectNode filled, SentTask sent, BusinessProblem refused, Locale locale) {
        FormProblem problem = FormProblem.of(refused, texts);
        // Read anew: what refused may be that somebody else has saved since.
        ObjectNode saved = worklist.draft(actor, task.item().id());
        filled.set(VERSION, saved.path(VERSION));
        ModelAndView page = pages.of(actor, task, filled, sent.place(), locale);
        page.setStatus(problem.status());
        page.addObject("problem", FieldLabels.inOrder(problem, pages.labels(task.form(), filled, locale)));
        page.addObject("unsaved", true);
        if (refused instanceof Conflict) {
            page.addObject(
                    "theirs",
                    pages.differences(task.form(), filled, saved, sent.fields().keySet(), locale));
        }
        return page;
    }

    private static ObjectNode versioned(ObjectNode data, SentTask sent) {
        data.remove(VERSION);
        if (sent.version() != null) {
            if (!sent.version().matches("\\d{1,9}")) {
                throw new InvalidInput(VERSION, "number");
            }
            data.put(VERSION, Integer.parseInt(sent.version()));
        }
        return data;
    }

    private OpenedTask open(Actor actor, String id, Locale locale) {
        return worklist.open(actor, id, form -> languages.in(locale, form));
    }
}
