package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutiesAssigned;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/** Writes the rows of duties: those of a whole plan by one statement. See {@link vn.plancascade.deadline.DutyLaunch}. */
@Repository
class DutyAssignment {

    /** Whether the unit's sub-plan waits: the unit that it reports to owes one as well. */
    private static final String WAITS = """
            d.kind = 'subPlan' and exists (
              select 1 from unit_relation r join unit s on s.code = r.superior_code
              where r.unit_code = u.code and r.superior_code <> :top and %s and s.kind in (:above) and %s)""".formatted(Valid.reportsTo("r"), Valid.onDay("s"));

    private static final String BESIDE = """

                join obligation b on b.plan_id = :plan and b.kind = 'subPlan' and b.period = :beside
                  and b.unit_code = u.code and b.state not in
                    ('planned', 'waitingForSuperior', 'startFailed', 'waived', 'notRequired', 'withdrawn')""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyAssignment(JdbcClient jdbc, NamedParameterJdbcTemplate batch, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.events = events;
        this.clock = clock;
    }

    /** @param unitCode this unit's alone, or null for all */
    int assign(
            String unitCode,
            long planId,
            String issuer,
            List<DutyRule> rules,
            LocalDate day,
            String top,
            boolean tierByTier) {
        return assign(unitCode, null, planId, issuer, rules, day, top, tierByTier);
    }

    /** To those units alone that have begun their sub-plan of the period {@code beside}. */
    int assignBeside(String beside, long planId, String issuer, List<DutyRule> rules, LocalDate day) {
        return assign(null, beside, planId, issuer, rules, day, issuer, false);
    }

    private int assign(
            String unitCode,
            String beside,
            long planId,
            String issuer,
            List<DutyRule> rules,
            LocalDate day,
            String top,
            boolean tierByTier) {
        MapSqlParameterSource params = new MapSqlParameterSource()
                .addValue("plan", planId)
                .addValue("issuer", issuer)
                .addValue("top", top)
                .addValue("day", day)
                .addValue("unit", unitCode)
                .addValue("beside", beside)
                .addValue("now", offset(clock.instant()))
                .addValue(
                        "above",
                        rules.stream()
                                .filter(rule -> rule.kind() == DutyKind.subPlan)
                                .map(rule -> rule.unitKind().name())
                                .toList());
        String values = rows(rules, params);
        String tiers = tiers(rules, params);
        String due = tiers.isEmpty() ? "d.due_at" : "coalesce(w.due_at, d.due_at)";
        int written = batch.update(
                """
                insert into obligation
                  (plan_id, issuer_code, kind, period, unit_code, form, opens_at, original_due_at, due_at, state, reason,
                    settled_at, given_at, step_since, %4$s)
                select :plan, cast(:issuer as varchar(40)), d.kind, d.period, u.code, d.form, d.opens_at,
                  case when %1$s then null else %7$s end, case when %1$s then null else %7$s end,
                  case when %1$s then 'waitingForSuperior' else d.state end, d.reason,
                  case when d.state = 'notRequired' then cast(:now as timestamp with time zone) end,
                  cast(:now as timestamp with time zone), cast(:now as timestamp with time zone), %5$s
                from unit u join (values %2$s) d(unit_kind, kind, period, form, opens_at, due_at, state, reason)
                  on d.unit_kind = u.kind%10$s%6$s%8$s
                where %3$s%9$s
                order by d.kind, d.period, u.code""".formatted(
                                tierByTier ? WAITS : "false",
                                values,
                                Valid.onDay("u"),
                                UnitThen.given(),
                                UnitThen.values(),
                                UnitThen.superior(),
                                due,
                                tiers,
                                unitCode == null ? "" : " and u.code = :unit",
                                beside == null ? "" : BESIDE),
                params);
        if (written > 0) {
            events.publishEvent(new DutiesAssigned(planId, List.copyOf(rules)));
        }
        return written;
    }

    /**
     * Joins the due moments of the lower tiers as {@code w}, where there are any: a unit's tier is how many units that owe
     * something stand above it, itself included, not counting {@code top}.
     */
    private static String tiers(List<DutyRule> rules, MapSqlParameterSource params) {
        List<String> values = new ArrayList<>();
        for (DutyRule rule : rules) {
            for (int i = 0; i < rule.lowerTiers().size(); i++) {
                boolean last = i == rule.lowerTiers().size() - 1;
                int n = values.size();
                values.add("""
                        (cast(:tierKind%1$d as varchar(30)), cast(:tierOf%1$d as varchar(12)), cast(:tierPeriod%1$d as varchar(10)),
                          %2$d, %3$d, cast(:tierDue%1$d as timestamp with time zone))""".formatted(n, i + 2, last ? Integer.MAX_VALUE : i + 2));
                params.addValue("tierKind" + n, rule.unitKind().name())
                        .addValue("tierOf" + n, rule.kind().name())
                        .addValue("tierPeriod" + n, rule.period())
                        .addValue("tierDue" + n, offset(rule.lowerTiers().get(i)));
            }
        }
        return values.isEmpty() ? "" : """

                left join (select b.unit_code, count(*) as tier from unit_below b join unit s on s.code = b.superior_code
                  where s.code <> :top and %s group by b.unit_code) t on t.unit_code = u.code
                left join (values %s) w(unit_kind, kind, period, from_tier, to_tier, due_at)
                  on w.unit_kind = d.unit_kind and w.kind = d.kind and w.period = d.period
                  and t.tier between w.from_tier and w.to_tier and d.state = 'planned'""".formatted(UnitKind.hasDuties("s.kind"), String.join(", ", values));
    }

    /** The rules as rows of values; their values are added to the parameters. */
    private static String rows(List<DutyRule> rules, MapSqlParameterSource params) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            DutyRule rule = rules.get(i);
            values.append(i == 0 ? "" : ", ")
                    .append("(cast(:unitKind%1$d as varchar(30)), cast(:kind%1$d as varchar(12)), ".formatted(i))
                    .append("cast(:period%1$d as varchar(10)), cast(:form%1$d as varchar(5)), ".formatted(i))
                    .append("cast(:opens%1$d as timestamp with time zone), ".formatted(i))
                    .append("cast(:due%1$d as timestamp with time zone), ".formatted(i))
                    .append("cast(:state%1$d as varchar(20)), cast(:reason%1$d as varchar(1000)))".formatted(i));
            params.addValue("unitKind" + i, rule.unitKind().name())
                    .addValue("kind" + i, rule.kind().name())
                    .addValue("period" + i, rule.period())
                    .addValue("form" + i, rule.form())
                    .addValue("opens" + i, offset(rule.opensAt()))
                    .addValue("due" + i, offset(rule.dueAt()))
                    .addValue("state" + i, rule.initial().name())
                    .addValue("reason" + i, rule.reason());
        }
        return values.toString();
    }

    long assignOne(
            long planId, String issuer, DutyKind kind, String period, String unitCode, Instant opensAt, Instant dueAt) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into obligation
                          (plan_id, issuer_code, kind, period, unit_code, form, opens_at, original_due_at, due_at, state,
                            given_at, step_since, %s)
                        select :plan, cast(:issuer as varchar(40)), cast(:kind as varchar(12)), cast(:period as varchar(10)),
                          u.code, 'full', cast(:opens as timestamp with time zone), cast(:due as timestamp with time zone),
                          cast(:due as timestamp with time zone), 'planned', cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone), %s
                        from unit u%s where u.code = :unit""".formatted(UnitThen.given(), UnitThen.values(), UnitThen.superior()))
                .param("now", offset(clock.instant()))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .param("plan", planId)
                .param("issuer", issuer)
                .param("kind", kind.name())
                .param("period", period)
                .param("unit", unitCode)
                .param("opens", offset(opensAt))
                .param("due", offset(dueAt))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }
}
