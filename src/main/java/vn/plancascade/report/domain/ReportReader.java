package vn.plancascade.report.domain;

import static vn.plancascade.kernel.Conditions.equal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlansOfYears;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitSearch;
import vn.plancascade.plan.NationalPlans;

/** Reports as people may see them: cut to the reader's scope, with small counts kept from others. */
@Service
@Transactional(readOnly = true)
public class ReportReader {

    private static final String FROM = " from obligation o where o.kind in ('unitReport', 'reportCycle') and ";

    private static final String ORDER = " order by o.plan_id desc, o.period, o.kind, o.unit_code";

    private final JdbcClient jdbc;
    private final ShownReports shownReports;
    private final Obligations obligations;
    private final NationalPlans plans;
    private final Organisation organisation;
    private final PlansOfYears years;
    private final Remembered remembered;

    ReportReader(
            JdbcClient jdbc,
            ShownReports shownReports,
            Obligations obligations,
            NationalPlans plans,
            Organisation organisation,
            PlansOfYears years,
            Remembered remembered) {
        this.jdbc = jdbc;
        this.years = years;
        this.shownReports = shownReports;
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
        this.remembered = remembered;
    }

    /**
     * Filters of the list; null means any.
     *
     * @param year only of plans of this year; where neither a plan nor a year is asked for, plans that have closed are left out
     * @param unit a unit's code, however it is written
     * @param text looked for in the unit's code and name
     */
    public record Query(
            Long plan, Integer year, String period, String unit, DutyKind kind, ObligationState state, String text) {

        public Query {
            unit = Names.code(unit);
            text = Names.clean(text);
        }

        private boolean isCurrent() {
            return plan == null && year == null && state != ObligationState.notAccomplished;
        }
    }

    public Page<ShownReport> search(Actor actor, Query query, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        List<String> conditions = new ArrayList<>(List.of(scope.condition("o.unit_code")));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        years.add(conditions, params, "o.plan_id", query.year(), query.isCurrent());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        equal(conditions, params, "o.kind", "kind", query.kind());
        equal(conditions, params, "o.state", "state", query.state());
        conditions.add(UnitSearch.condition(params, query.text(), "o.unit_code"));
        String from = FROM + String.join(" and ", conditions);
        long total = remembered.count(from, params);
        List<Obligation> duties = jdbc.sql("select o.*, u.name as unit_name, u.province_code from (select o.id" + from
                        + ORDER + " limit :size offset :offset) page join obligation o on o.id = page.id"
                        + " join unit u on u.code = o.unit_code" + ORDER)
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> ObligationRow.read(row))
                .list();
        List<ShownReport> shown =
                shownReports.of(actor, duties, id -> plans.find(id).orElseThrow());
        return new Page<>(shown, page.page(), page.size(), total);
    }

    /** @throws NotFound if there is no such report, or the reader may not see it */
    public ShownReport get(Actor actor, long id) {
        Obligation duty = visible(actor, id);
        return shownReports.inFull(actor, duty, plans.find(duty.planId()).orElseThrow());
    }

    /** The duty of a report that the reader may see. */
    public Obligation visible(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(duty -> duty.kind() != DutyKind.subPlan)
                .filter(duty -> organisation.isWithin(organisation.scopeOf(actor), duty.unitCode()))
                .orElseThrow(() -> new NotFound("report.unknown"));
    }
}
