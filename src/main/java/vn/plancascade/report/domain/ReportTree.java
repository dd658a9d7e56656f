package vn.plancascade.report.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/** The tree of a period's reports: who has to report, and into whose report each is summed up. */
@Repository
class ReportTree {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportTree(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a report for every duty of a period that is still owed and has none: each is summed up into that of the nearest
     * unit above that owes one, or into the ministry's own; its superior takes it over, or the focal unit where that is a
     * ministry or a committee. One statement, led by its numbered rows: joined to the duties, H2 numbered them anew for each.
     */
    int open(long planId, String period, long consolidation, String focalUnit) {
        return jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, superior_id, superior_code, in_work)
                        select y.id, y.plan_id, y.kind, y.period, y.unit_code, coalesce(y.superior_id, :consolidation),
                          y.superior_code, 'first'
                        from (
                          select o.id, o.plan_id, o.kind, o.period, o.unit_code, p.id as superior_id,
                            coalesce(s.code, :focal) as superior_code,
                            row_number() over (partition by o.id
                              order by case when p.id is null then 1 else 0 end, d.depth desc, p.id) as n
                          from obligation o
                          left join unit_relation t on t.unit_code = o.unit_code and %s
                          left join unit s on s.code = t.superior_code and %s
                          left join unit_below b on b.unit_code = o.unit_code and b.superior_code <> o.unit_code
                            and b.superior_code <> :focal
                          left join obligation p on p.plan_id = :plan and p.kind = 'unitReport' and p.period = :period
                            and p.unit_code = b.superior_code and not %s
                          left join (select unit_code, count(*) as depth from unit_below group by unit_code) d
                            on d.unit_code = p.unit_code
                          where o.plan_id = :plan and o.kind = 'unitReport' and o.period = :period and o.state = 'planned'
                            and not exists (select 1 from report r where r.id = o.id)) y
                        where y.n = 1""".formatted(Valid.reportsTo("t"), UnitKind.hasDuties("s.kind"), ObligationState.letOff("p")))
                .param("plan", planId)
                .param("period", period)
                .param("consolidation", consolidation)
                .param("focal", focalUnit)
                .param("day", today())
                .update();
    }

    void openConsolidation(long id, long planId, String period, String unitCode) {
        jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, in_work)
                        values (:id, :plan, 'reportCycle', :period, :unit, 'first')""")
                .param("id", id)
                .param("plan", planId)
                .param("period", period)
                .param("unit", unitCode)
                .update();
    }

    /** Duties of units that have closed before they were given the report; returns how many. */
    List<Long> ofClosedUnits(long planId, String period) {
        return jdbc.sql("""
                        select o.id from obligation o join unit u on u.code = o.unit_code
                        where o.plan_id = :plan and o.kind = 'unitReport' and o.period = :period and o.state = 'planned'
                          and %s""".formatted(Valid.ended("u")))
                .param("plan", planId)
                .param("period", period)
                .param("day", today())
                .query(Long.class)
                .list();
    }

    /** The units whose people take these reports over. */
    Map<Long, String> superiors(Collection<Long> ids) {
        Map<Long, String> superiors = new HashMap<>();
        jdbc.sql("select id, superior_code from report where id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    superiors.put(row.getLong(1), row.getString(2));
                });
        return superiors;
    }

    /** Whose superior no longer owes a report is summed up one level higher. */
    void skip(long id) {
        jdbc.sql("""
                        update report set superior_id = (select s.superior_id from report s where s.id = :id)
                        where superior_id = :id and (select s.superior_id from report s where s.id = :id) is not null""").param("id", id).update();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
