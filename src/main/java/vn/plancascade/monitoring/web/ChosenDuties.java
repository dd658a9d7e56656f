package vn.plancascade.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.batch.Selection;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;

/** The duties that somebody chooses from the list: by their ids, or all that a filter finds. */
@Component
class ChosenDuties {

    private final Obligations obligations;
    private final Organisation organisation;

    ChosenDuties(Obligations obligations, Organisation organisation) {
        this.obligations = obligations;
        this.organisation = organisation;
    }

    /**
     * How they are chosen: the same text for the same choice.
     *
     * @throws InvalidInput unless there are ids or a filter, and not both; or if the filter asks for a part of a list
     */
    String text(List<Long> ids, ObligationFilter filter) {
        if ((ids == null) == (filter == null)) {
            throw new InvalidInput("ids", "batch.idsOrFilter");
        }
        if (filter == null) {
            if (ids.stream().anyMatch(Objects::isNull)) {
                throw new InvalidInput("ids", "required");
            }
            return Selection.of(ids).text();
        }
        boolean part = Stream.of(filter.after(), filter.page(), filter.size()).anyMatch(Objects::nonNull);
        if (part) {
            throw new InvalidInput("filter", "batch.wholeFilter");
        }
        return "filter " + filter.canonical();
    }

    Selection find(Actor actor, List<Long> ids, ObligationFilter filter) {
        String text = text(ids, filter);
        return filter == null ? Selection.of(ids) : new Selection(text, found(actor, filter.query()));
    }

    private List<Long> found(Actor actor, ObligationQuery query) {
        Scope scope = organisation.scopeOf(actor);
        long total = obligations.watch(query, scope, new PageRequest(0, 1)).total();
        if (total > Selection.MOST) {
            throw new InvalidInput("filter", "batch.tooMany", Selection.MOST);
        }
        List<Long> found = new ArrayList<>();
        obligations.each(query, scope, (WatchedDuty row) -> found.add(row.duty().id()));
        return found;
    }
}
