package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.PlanUnits;
import vn.plancascade.plan.PlanWithdrawal;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.Worklist;

/** National plans: what they say, what issuing one would do, and how far its cascade has come. */
@PageController
@RequestMapping("/plans")
class PlanPages {

    /** Seconds after which a browser without scripts asks again how many cases have been opened. */
    private static final int REFRESH = 5;

    private final NationalPlans plans;
    private final PlanUnits units;
    private final Organisation organisation;
    private final Papers papers;
    private final PlanProgress progress;
    private final PlanForecast forecast;
    private final PlanAmendments amendments;
    private final Worklist worklist;
    private final Texts texts;

    PlanPages(
            NationalPlans plans,
            PlanUnits units,
            Organisation organisation,
            Papers papers,
            PlanProgress progress,
            PlanForecast forecast,
            PlanAmendments amendments,
            Worklist worklist,
            Texts texts) {
        this.plans = plans;
        this.units = units;
        this.organisation = organisation;
        this.papers = papers;
        this.progress = progress;
        this.forecast = forecast;
        this.amendments = amendments;
        this.worklist = worklist;
        this.texts = texts;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            Model model) {
        String text = Names.clean(q);
        Page<NationalPlan> found = plans.visibleTo(actor, text, year, PageRequest.of(page, size));
        model.addAttribute("q", text);
        model.addAttribute("year", year);
        model.addAttribute("mayDraft", actor.holds(Role.ministryDrafter));
        model.addAttribute("plans", found.items());
        model.addAttribute(
                "unitNames",
                organisation.unitNames(
                        found.items().stream().map(NationalPlan::unitCode).collect(Collectors.toSet())));
        model.addAttribute(
                "pager",
                Pager.of(
                        found,
                        number -> Address.of("/plans")
                                .with("q", text)
                                .with("year", year)
                                .with("page", number)
                                .with("size", size)
                                .toString()));
        return "plans";
    }

    @PostMapping("/{id}/documents")
    String addSignedCopy(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        try {
            plans.addSignedCopy(actor, id, SentFile.one(file));
        } catch (InvalidInput refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("fileProblem", problem);
            return show(actor, id, model);
        }
        afterwards.addFlashAttribute("documented", true);
        return "redirect:/plans/" + id;
    }

    /** A unit joins, or with {@code reason} leaves. */
    @PostMapping("/{id}/units")
    String changeUnits(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) String unitCode,
            @RequestParam(required = false) String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        boolean leaves = reason != null;
        try {
            Obligation first = leaves
                    ? units.leave(actor, id, unitCode, reason).get(0)
                    : units.join(actor, id, unitCode).get(0);
            afterwards.addFlashAttribute(leaves ? "left" : "joined", first.unitName());
            return "redirect:/plans/" + id;
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute(leaves ? "leaving" : "joining", problem);
            model.addAttribute("unitCode", unitCode);
            model.addAttribute("reason", reason);
            return show(actor, id, model);
        }
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String documentNumber,
            @RequestParam(required = false) String documentDate,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        try {
            LocalDate date = VietnamTime.typedDay("documentDate", documentDate);
            plans.withdraw(actor, id, new PlanWithdrawal(reason, documentNumber, date));
            afterwards.addFlashAttribute("done", texts.of("page.plan.withdrawing"));
            return "redirect:/plans/" + id;
        } catch (InvalidInput | Conflict refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("withdrawing", problem);
            model.addAttribute("sent", new PlanWithdrawal(reason, documentNumber, null));
            model.addAttribute("sentDate", documentDate);
            return show(actor, id, model);
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable long id, Model model) {
        NationalPlan plan = plans.get(actor, id);
        model.addAttribute("plan", plan);
        model.addAttribute("content", plan.content());
        worklist.ofCase(actor, plan.processInstanceId()).ifPresent(task -> model.addAttribute("waiting", task));
        model.addAttribute(
                "mayDiscard", plan.state() == PlanState.draft && actor.holds(Role.ministryDrafter, plan.unitCode()));
        model.addAttribute("mayLetJoin", units.mayLetJoin(actor, plan));
        model.addAttribute("mayLetLeave", units.mayLetLeave(actor, plan));
        model.addAttribute("mayWithdraw", plans.mayWithdraw(actor, plan));
        plans.withdrawal(plan).ifPresent(withdrawal -> {
            model.addAttribute("withdrawal", withdrawal);
            model.addAttribute("withdrawnBy", organisation.nameOf(withdrawal.actor()));
        });
        model.addAttribute("addCopy", plans.takesSignedCopy(actor, plan));
        model.addAttribute("files", papers.of(actor, DocumentKind.nationalPlan.subject(id)));
        model.addAttribute(
                "unitName",
                organisation.unitNames(Set.of(plan.unitCode())).getOrDefault(plan.unitCode(), plan.unitCode()));
        model.addAttribute("signatory", organisation.nameOf(plan.content().signatory()));
        if (plan.issuedAt() == null && plan.state() != PlanState.withdrawn) {
            model.addAttribute("forecast", forecast.of(actor, plan));
        } else {
            PlanProgress.View shown = progress.of(actor, plan);
            model.addAttribute("progress", shown);
            model.addAttribute("refresh", shown.starting() ? REFRESH : null);
            model.addAttribute("mayRetry", actor.holds(Role.administrator));
            amendments.show(actor, plan, model);
        }
        return "plan";
    }
}
