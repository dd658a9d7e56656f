package vn.plancascade.deadline.domain;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationRow;

/** What is still owed by a plan. */
@Repository
class StillOwed {

    private final JdbcClient jdbc;

    StillOwed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Obligation> openCases(long planId, int n) {
        return jdbc.sql("""
%s where o.plan_id = :plan and o.process_instance_id is not null and %s
                        order by o.id limit :n""".formatted(ObligationSearch.SELECT, DutySql.UNSETTLED))
                .param("plan", planId)
                .param("n", n)
                .query((row, i) -> ObligationRow.read(row))
                .list();
    }

    boolean any(long planId) {
        return jdbc.sql("select exists (select 1 from obligation o where o.plan_id = :plan and " + DutySql.UNSETTLED
                        + ")")
                .param("plan", planId)
                .query(Boolean.class)
                .single();
    }

    boolean any(long planId, DutyKind kind, String period) {
        return jdbc.sql("""
                        select exists (select 1 from obligation o
                          where o.plan_id = :plan and o.kind = :kind and o.period = :period and %s)""".formatted(DutySql.UNSETTLED))
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .query(Boolean.class)
                .single();
    }
}
