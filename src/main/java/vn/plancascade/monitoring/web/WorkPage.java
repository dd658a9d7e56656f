package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.TreeMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.PageController;
import vn.plancascade.worklist.TakingBack;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** The start page: the work that waits for whoever has logged in, what was done, and what will come. */
@PageController
class WorkPage {

    /** So little is found without filters. */
    private static final int FEW = 5;

    private final Worklist worklist;
    private final WorkCards cards;
    private final ComingWork coming;
    private final Organisation organisation;
    private final TakingBack takingBack;

    WorkPage(Worklist worklist, WorkCards cards, ComingWork coming, Organisation organisation, TakingBack takingBack) {
        this.takingBack = takingBack;
        this.worklist = worklist;
        this.cards = cards;
        this.coming = coming;
        this.organisation = organisation;
    }

    @GetMapping("/")
    String show(Actor actor, WorkView view, Model model) {
        PageRequest page = PageRequest.of(view.page(), view.size());
        model.addAttribute("tab", view.shown());
        model.addAttribute("view", view);
        switch (view.shown()) {
            case WorkView.DONE -> {
                var done = worklist.done(actor, page);
                model.addAttribute("doneWork", cards.done(done.items(), takingBack.possible(actor, done.items())));
                model.addAttribute("pager", Pager.of(done, view::address));
            }
            case WorkView.COMING -> model.addAttribute("coming", coming.of(actor));
            default -> waiting(actor, view, page, model);
        }
        return "work";
    }

    private void waiting(Actor actor, WorkView view, PageRequest page, Model model) {
        Page<WorkItem> found = worklist.mine(actor, view.filter(), page);
        List<WorkCards.Waiting> waiting = cards.waiting(found.items(), actor);
        model.addAttribute("cards", waiting);
        // Several at once, once one of several has been read.
        model.addAttribute(
                "bulk",
                waiting.stream().filter(WorkCards.Waiting::approval).count() > 1
                        && waiting.stream().anyMatch(card -> card.approval() && card.opened()));
        model.addAttribute("searchable", view.isFiltered() || found.total() > FEW);
        model.addAttribute("units", new TreeMap<>(organisation.unitNames(actor.units())));
        model.addAttribute("pager", Pager.of(found, view::address));
        if (found.total() == 0) {
            model.addAttribute("coming", coming.of(actor));
        }
    }

    /**
     * What of the work is shown.
     *
     * @param tab {@code done}, {@code coming}, or null for what waits
     * @param key the task's id in its model
     */
    record WorkView(
            String tab, String key, Long plan, String period, String unit, String q, Integer page, Integer size) {

        static final String WAITING = "waiting";
        static final String DONE = "done";
        static final String COMING = "coming";

        String shown() {
            return switch (tab == null || tab.isBlank() ? WAITING : tab) {
                case WAITING -> WAITING;
                case DONE -> DONE;
                case COMING -> COMING;
                default -> throw new InvalidInput("tab", "choice.unknown");
            };
        }

        WorkFilter filter() {
            return new WorkFilter(key, plan, period, unit, q);
        }

        boolean isFiltered() {
            return !filter().equals(WorkFilter.NONE);
        }

        String address(int number) {
            return Address.of("/")
                    .with("tab", tab)
                    .with("key", key)
                    .with("plan", plan)
                    .with("period", period)
                    .with("unit", unit)
                    .with("q", q)
                    .with("page", number)
                    .with("size", size)
                    .toString();
        }
    }
}
