package vn.plancascade.monitoring.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.PageController;
import vn.plancascade.worklist.Worklist;

/** The duties of the units that the reader may see. */
@PageController
@RequestMapping("/obligations")
class ObligationPages {

    private final Obligations obligations;
    private final ObligationRows rows;
    private final ObligationDetail detail;
    private final Worklist worklist;
    private final NationalPlans plans;
    private final Organisation organisation;

    ObligationPages(
            Obligations obligations,
            ObligationRows rows,
            ObligationDetail detail,
            Worklist worklist,
            NationalPlans plans,
            Organisation organisation) {
        this.obligations = obligations;
        this.rows = rows;
        this.detail = detail;
        this.worklist = worklist;
        this.plans = plans;
        this.organisation = organisation;
    }

    @GetMapping
    String list(Actor actor, ObligationFilter filter, Model model) {
        Page<Obligation> found = obligations.search(filter.query(), organisation.scopeOf(actor), filter.pageRequest());
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows.of(found.items()));
        model.addAttribute("pager", Pager.of(found, filter::atPage));
        model.addAttribute("size", found.size());
        model.addAttribute(
                "plans",
                plans.visibleTo(actor, null, new PageRequest(0, PageRequest.MAX_SIZE))
                        .items());
        model.addAttribute("provinces", organisation.provinces());
        model.addAttribute("kinds", DutyKind.values());
        model.addAttribute("states", ObligationState.values());
        return "obligations";
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return detail.page(actor, detail.duty(actor, id));
    }

    /** Where mails point to: the duty's open task for whoever may do it, and the duty itself for everybody else. */
    @GetMapping("/{id}/task")
    String task(Actor actor, @PathVariable long id) {
        Obligation duty = detail.duty(actor, id);
        return worklist.ofCase(actor, duty.processInstanceId())
                .map(task -> "redirect:/tasks/" + task.id())
                .orElse("redirect:/obligations/" + id);
    }
}
