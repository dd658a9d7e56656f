package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;

/** What a person has kept of the list of duties: columns, and filters by name. */
@RestController
@RequestMapping("/api/v1/obligation-views")
class SavedViewController {

    private final SavedViews views;
    private final ChosenColumns columns;

    SavedViewController(SavedViews views, ChosenColumns columns) {
        this.views = views;
        this.columns = columns;
    }

    @GetMapping
    List<SavedViews.View> list(Actor actor) {
        return views.of(actor);
    }

    /** Keeps the filters of the address by this name. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedViews.View add(Actor actor, ObligationFilter filter, @RequestParam(required = false) String name) {
        return views.add(actor, name, filter);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        views.remove(actor, id);
    }

    @GetMapping("/columns")
    List<DutyColumn> columns(Actor actor) {
        return columns.of(actor);
    }

    /** The columns that the caller wants from now on, in this order; none for the usual ones. */
    @PutMapping("/columns")
    List<DutyColumn> keep(Actor actor, @RequestBody List<DutyColumn> wanted) {
        columns.keep(actor, wanted);
        return columns.of(actor);
    }
}
