package vn.plancascade.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.plan.OutsidePlan;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.NumberedParameters;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** A unit's signed papers: what was issued outside, and the signed copies of what was drafted here. */
@PageController
@RequestMapping("/obligations/{id}")
class SignedDocumentPages {

    private final ObligationDetail detail;
    private final OutsideIssuing outside;
    private final Texts texts;

    SignedDocumentPages(ObligationDetail detail, OutsideIssuing outside, Texts texts) {
        this.detail = detail;
        this.outside = outside;
        this.texts = texts;
    }

    @GetMapping("/issued-outside")
    ModelAndView form(Actor actor, @PathVariable long id) {
        return form(actor, id, Map.of());
    }

    /** @param answers by a task's place in the list, since its number may hold any letters */
    @PostMapping("/issued-outside")
    @NumberedParameters(
            value = {"response", "reason"},
            also = {"documentNumber", "documentDate", "signatory", "file"})
    ModelAndView record(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam Map<String, String> answers,
            RedirectAttributes afterwards) {
        try {
            OutsidePlan plan = new OutsidePlan(
                    answers.get("documentNumber"),
                    VietnamTime.typedDay("documentDate", answers.get("documentDate")),
                    answers.get("signatory"),
                    coverage(outside.tasks(detail.duty(actor, id).id()), answers),
                    null);
            Obligation duty = outside.record(actor, id, plan, SentFile.one(file));
            afterwards.addFlashAttribute(
                    "documented", duty.state() == ObligationState.issued ? "issuedOutside" : "recordedOutside");
            return new ModelAndView("redirect:/obligations/" + id);
        } catch (NotFound | NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            ModelAndView page = form(actor, id, answers);
            page.setStatus(problem.status());
            page.addObject("problem", problem);
            return page;
        }
    }

    private ModelAndView form(Actor actor, long id, Map<String, String> typed) {
        Obligation duty = detail.duty(actor, id);
        ModelAndView page = new ModelAndView("issued-outside");
        page.addObject("duty", duty);
        page.addObject("allowed", outside.allowed(actor, duty));
        page.addObject("tasks", outside.tasks(id));
        page.addObject("typed", typed);
        return page;
    }

    private static List<Item> coverage(List<Task> tasks, Map<String, String> answers) {
        List<Item> coverage = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            String response = answers.getOrDefault("response" + i, "");
            if (!response.isEmpty()) {
                coverage.add(Item.answering(
                        tasks.get(i).no(),
                        "adopted".equals(response) ? Response.adopted : Response.notApplicable,
                        answers.get("reason" + i)));
            }
        }
        return coverage;
    }

    @PostMapping("/documents")
    ModelAndView addCopy(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes afterwards) {
        try {
            outside.addSignedCopy(actor, id, SentFile.one(file));
            afterwards.addFlashAttribute("documented", "signedCopy");
            return new ModelAndView("redirect:/obligations/" + id);
        } catch (NotFound | NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            ModelAndView page = detail.page(actor, detail.duty(actor, id));
            page.setStatus(problem.status());
            page.addObject("fileProblem", problem);
            return page;
        }
    }
}
