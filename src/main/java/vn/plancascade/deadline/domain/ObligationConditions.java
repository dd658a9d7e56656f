package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.PlansOfYears;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitSearch;

/** What a list of duties is cut to: its reader's scope, and what she asks for. */
@Component
class ObligationConditions {

    private final PlansOfYears years;
    private final ObjectProvider<DutyMark> marks;

    ObligationConditions(PlansOfYears years, ObjectProvider<DutyMark> marks) {
        this.years = years;
        this.marks = marks;
    }

    /** With the values that the conditions speak of in {@code params}. */
    String where(ObligationQuery query, Scope scope, Instant now, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        conditions.add(scope.condition("o.unit_code"));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        years.add(conditions, params, "o.plan_id", query.year(), query.current());
        equal(conditions, params, "o.kind", "kind", query.kind());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        if (query.subtree() != null) {
            conditions.add("o.unit_code in (" + Scope.subtree("subtree") + ")");
            params.put("subtree", List.of(query.subtree()));
        }
        if (query.states() != null && !query.states().isEmpty()) {
            conditions.add("o.state in (:states)");
            params.put("states", query.states().stream().map(Enum::name).toList());
        }
        if (query.overdue() != null) {
            conditions.add(query.overdue() ? DutySql.OVERDUE : "(o.due_at is null or not " + DutySql.OVERDUE + ")");
        }
        WatchedSql.add(conditions, params, query, now);
        marks.stream()
                .filter(mark -> query.watched().marks().containsKey(mark.mark()))
                .forEach(mark -> conditions.add(
                        (query.watched().marks().get(mark.mark()) ? "" : "not ") + "(" + mark.condition() + ")"));
        conditions.add(UnitSearch.condition(params, query.text(), "o.unit_code"));
        return " where " + String.join(" and ", conditions);
    }
}
