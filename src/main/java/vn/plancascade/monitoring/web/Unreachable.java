package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.DutyMark.Name;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;

/** Open duties of which nobody has taken notice, or can be reminded. */
@Repository
class Unreachable {

    private final JdbcClient jdbc;
    private final List<DutyMark> marks;
    private final Clock clock;

    Unreachable(JdbcClient jdbc, List<DutyMark> marks, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.clock = clock;
    }

    Counts of(DutyFilter filter, Scope scope) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", VietnamTime.dayOf(clock.instant()));
        List<String> conditions = new ArrayList<>(List.of(scope.condition("d.unit_code")));
        equal(conditions, params, "d.plan_id", "plan", filter.plan());
        equal(conditions, params, "d.kind", "kind", filter.kind());
        equal(conditions, params, "d.period", "period", filter.period());
        String from = " from open_duty d where " + String.join(" and ", conditions) + " and d.id in (";
        return new Counts(
                count("count(distinct d.unit_code)" + from, Name.withoutHead, params),
                count("count(*)" + from, Name.withoutAddress, params),
                count("count(*)" + from, Name.neverOpened, params));
    }

    private long count(String what, Name name, Map<String, Object> params) {
        String duties = marks.stream()
                .filter(mark -> mark.mark() == name)
                .map(DutyMark::duties)
                .findFirst()
                .orElseThrow();
        return jdbc.sql("select " + what + duties + ")")
                .params(params)
                .query(Long.class)
                .single();
    }

    /**
     * @param unitsWithoutHead units with an open duty in which nobody is head today
     * @param dutiesWithoutAddress open duties in whose holders' role nobody has an address
     * @param neverOpened open duties at which nobody of the unit has looked
     */
    record Counts(long unitsWithoutHead, long dutiesWithoutAddress, long neverOpened) {}
}
