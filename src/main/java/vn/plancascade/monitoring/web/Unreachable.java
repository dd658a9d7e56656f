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
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Valid;

/** Open duties that nobody can be reminded of: whose unit has no head, or in whose holder's role nobody has an address. */
@Repository
class Unreachable {

    private static final String SOMEBODY = """
            select distinct r.unit_code, r.role from role_assignment r join person p on p.login = r.login
            where p.enabled and %s""".formatted(Valid.onDay("r"));

    private final JdbcClient jdbc;
    private final Clock clock;

    Unreachable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Counts of(DutyFilter filter, Scope scope) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", VietnamTime.dayOf(clock.instant()));
        List<String> conditions = new ArrayList<>(List.of(scope.condition("d.unit_code")));
        equal(conditions, params, "d.plan_id", "plan", filter.plan());
        equal(conditions, params, "d.kind", "kind", filter.kind());
        equal(conditions, params, "d.period", "period", filter.period());
        return jdbc.sql("""
                        select count(distinct case when h.unit_code is null then d.unit_code end) as without_head,
                          count(case when d.holder_role is not null and a.unit_code is null then d.id end) as without_address
                        from open_duty d
                        left join (%1$s and r.role = 'head') h on h.unit_code = d.unit_code
                        left join (%1$s and p.email is not null) a on a.unit_code = d.holder_unit and a.role = d.holder_role
                        where %2$s""".formatted(SOMEBODY, String.join(" and ", conditions)))
                .params(params)
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /**
     * @param unitsWithoutHead units with an open duty in which nobody is head today
     * @param dutiesWithoutAddress open duties in whose holders' role nobody has an address
     */
    record Counts(long unitsWithoutHead, long dutiesWithoutAddress) {}
}
