package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;

/** All figures of a period at once, for files. */
@Service
@Transactional(readOnly = true)
public class FigureTable {

    private final JdbcClient jdbc;
    private final NationalPlans plans;
    private final Organisation organisation;

    FigureTable(JdbcClient jdbc, NationalPlans plans, Organisation organisation) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.organisation = organisation;
    }

    /** @param rows by unit */
    public record Table(List<Indicator> indicators, List<Row> rows) {}

    /**
     * A unit and its figures.
     *
     * @param words what was entered for indicators that are texts, and what is read in the place of hidden counts
     */
    public record Row(Obligation duty, String unitKind, Map<String, BigDecimal> values, Map<String, String> words) {}

    private record Found(String superior, Row row) {}

    /**
     * The figures of a period, a row for each unit in the reader's scope.
     *
     * @param totals whether with those of the units below, or the unit's own alone
     * @throws NotFound if there is no such plan or period, or the reader may not see the plan
     */
    public Table of(Actor actor, long planId, String period, boolean totals) {
        NationalPlan plan = plans.get(actor, planId);
        if (plan.content().period(Objects.toString(period, "")).isEmpty()) {
            throw new NotFound("report.periodUnknown", String.valueOf(period));
        }
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("plan", planId);
        params.put("period", period);
        String where = "o.plan_id = :plan and o.period = :period and o.kind = 'unitReport' and "
                + scope.condition("o.unit_code");
        Map<Long, Found> units = units(where, params);
        enter(units, where, params, totals ? "total" : "own");
        List<Indicator> indicators = plan.content().indicators();
        return new Table(
                indicators,
                units.values().stream()
                        .map(unit -> complete(unit, indicators, actor))
                        .toList());
    }

    private Map<Long, Found> units(String where, Map<String, Object> params) {
        Map<Long, Found> units = new LinkedHashMap<>();
        jdbc.sql("select o.*, u.name as unit_name, u.province_code, u.kind as unit_kind, r.superior_code"
                        + " from obligation o join unit u on u.code = o.unit_code left join report r on r.id = o.id where "
                        + where + " order by o.unit_code")
                .params(params)
                .query(row -> {
                    Obligation duty = ObligationRow.read(row);
                    units.put(
                            duty.id(),
                            new Found(
                                    row.getString("superior_code"),
                                    new Row(duty, row.getString("unit_kind"), new HashMap<>(), new HashMap<>())));
                });
        return units;
    }

    private void enter(Map<Long, Found> units, String where, Map<String, Object> params, String column) {
        jdbc.sql("""
                        select f.report_id, f.code, f.%s as figure, f.words from report_figure f
                        join report r on r.id = f.report_id join obligation o on o.id = r.id
                        where f.version = coalesce(r.accepted_version, nullif(r.version, 0), 1) and %s""".formatted(column, where)).params(params).query(row -> {
            Row figures = units.get(row.getLong(1)).row();
            if (row.getBigDecimal(3) != null) {
                figures.values().put(row.getString(2), row.getBigDecimal(3));
            }
            if (row.getString(4) != null) {
                figures.words().put(row.getString(2), row.getString(4));
            }
        });
    }

    private static Row complete(Found unit, List<Indicator> indicators, Actor actor) {
        Row entered = unit.row();
        Map<String, BigDecimal> values = entered.values().isEmpty()
                ? Map.of()
                : new HashMap<>(Computation.complete(indicators, entered.values(), Map.of()));
        boolean near = actor.units().contains(entered.duty().unitCode())
                || actor.units().contains(unit.superior());
        if (!near) {
            indicators.stream()
                    .filter(indicator -> SmallCounts.isSmall(indicator, values.get(indicator.code())))
                    .forEach(indicator -> {
                        values.remove(indicator.code());
                        entered.words().put(indicator.code(), SmallCounts.below(indicator));
                    });
        }
        return new Row(entered.duty(), entered.unitKind(), values, entered.words());
    }
}
