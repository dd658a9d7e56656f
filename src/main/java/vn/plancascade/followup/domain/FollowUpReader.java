package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;

/**
 * Reads which overdue duties an inspector has been given: those with an ESC_FOCAL notice to the inspector for the deadline in
 * force, as long as they are open and the person is an inspector.
 */
@Repository
class FollowUpReader {

    private static final String GIVEN = """
             from notice n join open_duty o on o.id = n.obligation_id
              and n.occurrence = cast(o.due_day as varchar(40)) and o.due_at <= :now
            where n.rung = 'ESC_FOCAL' and o.plan_id = :plan and o.kind = :kind and o.period = :period
              and exists (select 1 from role_assignment h where h.login = n.recipient and h.role = 'inspector' and %s)\s""".formatted(Valid.onDay("h"));

    private final JdbcClient jdbc;

    FollowUpReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inspectors who have been given something since the moment, with the unit in which they inspect. */
    List<Inspector> givenSince(Watched watched, Instant since, Instant now) {
        return jdbc.sql("""
                        select r.login, min(r.unit_code) as unit_code from role_assignment r
                        where r.role = 'inspector' and %s
                          and r.login in (select n.recipient""".formatted(Valid.onDay("r")) + GIVEN
                        + "and n.created_at >= :since) group by r.login order by r.login")
                .params(params(watched, now))
                .param("since", offset(since))
                .query((row, n) -> new Inspector(row.getString("login"), row.getString("unit_code")))
                .list();
    }

    /** Whether there is an inspector who has been given nothing of the watch, or became one since the round before. */
    boolean somebodyIsNew(Watched watched, Instant before, Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from role_assignment r
                          left join (select distinct n.recipient from notice n join obligation o on o.id = n.obligation_id
                            where n.rung = 'ESC_FOCAL' and o.plan_id = :plan and o.kind = :kind and o.period = :period) g
                            on g.recipient = r.login
                          where r.role = 'inspector' and %s and (g.recipient is null or r.valid_from >= :since))""".formatted(Valid.onDay("r")))
                .params(params(watched, now))
                .param("since", VietnamTime.dayOf(before))
                .query(Boolean.class)
                .single();
    }

    /**
     * Inspectors who were once given something of the watch and have nothing left of it.
     *
     * @param settled only those who were given this duty, which is found at once; null for all
     */
    List<String> withNothingLeft(Watched watched, Long settled, Instant now) {
        String which = settled == null
                ? "d.plan_id = :plan and d.kind = :kind and d.period = :period"
                : "g.obligation_id = :settled";
        return jdbc.sql("""
                        select distinct g.recipient from notice g join obligation d on d.id = g.obligation_id
                        where g.rung = 'ESC_FOCAL' and %s
                          and not exists (select 1""".formatted(which) + GIVEN + "and n.recipient = g.recipient) order by 1")
                .params(params(watched, now))
                .param("settled", settled)
                .query(String.class)
                .list();
    }

    List<OverdueUnit> given(Watched watched, String inspector, Instant now) {
        return jdbc.sql("""
                        select o.id, o.unit_code, o.due_at, u.name, u.email
                        from open_duty o join unit u on u.code = o.unit_code
                        where o.id in (select o.id""" + GIVEN + "and n.recipient = :inspector) order by o.due_at, o.unit_code")
                .params(params(watched, now))
                .param("inspector", inspector)
                .query((row, n) -> new OverdueUnit(
                        row.getLong("id"),
                        row.getString("unit_code"),
                        row.getString("name"),
                        row.getString("email"),
                        instant(row, "due_at")))
                .list();
    }

    private static Map<String, Object> params(Watched watched, Instant now) {
        return Map.of(
                "plan", watched.planId(),
                "kind", watched.kind().name(),
                "period", watched.period(),
                "now", offset(now),
                "day", VietnamTime.dayOf(now));
    }

    record Inspector(String login, String unitCode) {}
}
