package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** Keeps columns and filters of the list of duties, and opens what was kept. */
@PageController
@RequestMapping("/obligations")
class SavedViewPages {

    private final SavedViews views;
    private final ChosenColumns columns;

    SavedViewPages(SavedViews views, ChosenColumns columns) {
        this.views = views;
        this.columns = columns;
    }

    /** A link that may be handed on: the list with the filters that were kept, cut to what the reader may see. */
    @GetMapping("/views/{id}")
    String open(Actor actor, @PathVariable long id) {
        return "redirect:" + views.get(id).address();
    }

    @PostMapping("/views")
    String save(Actor actor, ObligationFilter filter, @RequestParam(required = false) String name) {
        return "redirect:" + views.add(actor, name, filter).address();
    }

    @PostMapping("/views/{id}/delete")
    String remove(Actor actor, @PathVariable long id) {
        views.remove(actor, id);
        return "redirect:/obligations";
    }

    /** @param column which columns, in the order of {@code place}; none for the usual ones */
    @PostMapping("/columns")
    String keep(Actor actor, ObligationFilter filter, @RequestParam(required = false) List<DutyColumn> column) {
        columns.keep(actor, column);
        return "redirect:" + filter.kept();
    }
}
