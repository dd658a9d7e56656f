package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.DutyMark.Name;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;

/** Open duties of which nobody has taken notice, or can be reminded. */
@Repository
class Unreachable {

    private final JdbcClient jdbc;
    private final List<DutyMark> marks;
    private final Remembered remembered;
    private final Clock clock;

    Unreachable(JdbcClient jdbc, List<DutyMark> marks, Remembered remembered, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.remembered = remembered;
        this.clock = clock;
    }

    Counts of(DutyFilter filter, Scope scope) {
        return new Counts(
                count("count(distinct o.unit_code)", Name.withoutHead, filter, scope, null),
                count("count(*)", Name.withoutAddress, filter, scope, null),
                count("count(*)", Name.neverOpened, filter, scope, newestFirstLook()));
    }

    /** Who looks at the work for the first time writes nothing else. */
    private Instant newestFirstLook() {
        return jdbc.sql("select max(first_seen_at) as newest from obligation")
                .query((row, n) -> Optional.ofNullable(Rows.instant(row, "newest")))
                .single()
                .orElse(null);
    }

    private record Question(Name name, DutyFilter filter, Scope scope, Instant newest) {}

    private long count(String what, Name name, DutyFilter filter, Scope scope, Instant newest) {
        return remembered.answer(new Question(name, filter, scope, newest), () -> counted(what, name, filter, scope));
    }

    private long counted(String what, Name name, DutyFilter filter, Scope scope) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", VietnamTime.dayOf(clock.instant()));
        List<String> conditions = new ArrayList<>(List.of(scope.condition("o.unit_code")));
        equal(conditions, params, "o.plan_id", "plan", filter.plan());
        equal(conditions, params, "o.kind", "kind", filter.kind());
        equal(conditions, params, "o.period", "period", filter.period());
        marks.stream()
                .filter(mark -> mark.mark() == name)
                .map(DutyMark::condition)
                .forEach(conditions::add);
        return jdbc.sql("select " + what + " from obligation o where " + String.join(" and ", conditions))
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
