package vn.plancascade.monitoring.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.PageController;
import vn.plancascade.worklist.Worklist;

/** The duties of the units that the reader may see. */
@PageController
@RequestMapping("/obligations")
class ObligationPages {

    private final Obligations obligations;
    private final WatchedRows rows;
    private final DutyLines lines;
    private final ObligationDetail detail;
    private final Worklist worklist;
    private final NationalPlans plans;
    private final Organisation organisation;
    private final ChosenColumns columns;
    private final SavedViews views;

    ObligationPages(
            Obligations obligations,
            WatchedRows rows,
            DutyLines lines,
            ObligationDetail detail,
            Worklist worklist,
            NationalPlans plans,
            Organisation organisation,
            ChosenColumns columns,
            SavedViews views) {
        this.obligations = obligations;
        this.rows = rows;
        this.lines = lines;
        this.detail = detail;
        this.worklist = worklist;
        this.plans = plans;
        this.organisation = organisation;
        this.columns = columns;
        this.views = views;
    }

    @GetMapping
    String list(Actor actor, ObligationFilter filter, Model model) {
        ObligationPage<WatchedDuty> found =
                obligations.watch(filter.query(), organisation.scopeOf(actor), filter.pageRequest());
        List<DutyColumn> shown = filter.columns() == null ? columns.of(actor) : filter.columns();
        model.addAttribute("filter", filter);
        model.addAttribute("lines", lines.of(rows.of(found.items()), shown));
        model.addAttribute("columns", shown);
        model.addAttribute("otherColumns", others(shown));
        model.addAttribute("views", views.of(actor));
        model.addAttribute(
                "pager",
                Pager.of(
                        found.plain(),
                        number -> number > found.page() && found.next() != null
                                ? filter.after(found.next(), number)
                                : filter.atPage(number)));
        model.addAttribute("size", found.size());
        model.addAttribute("total", found.total());
        model.addAttribute("acts", DutyAct.values());
        model.addAttribute("plans", plans.visibleTo(actor));
        model.addAttribute("provinces", organisation.provinces());
        model.addAttribute("kinds", DutyKind.values());
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("steps", WorkStep.values());
        model.addAttribute("organisations", AsOrganised.values());
        model.addAttribute(
                "unitKinds",
                Arrays.stream(UnitKind.values()).filter(UnitKind::hasDuties).toList());
        return "obligations";
    }

    private static List<DutyColumn> others(List<DutyColumn> shown) {
        List<DutyColumn> others = new ArrayList<>(List.of(DutyColumn.values()));
        others.removeAll(shown);
        return others;
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
