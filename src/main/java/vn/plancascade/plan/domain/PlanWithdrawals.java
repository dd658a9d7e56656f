package vn.plancascade.plan.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;

/** Who took a national plan back, and why. */
@Repository
class PlanWithdrawals {

    private final JdbcClient jdbc;

    PlanWithdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long id, String actor, String reason) {
        int changed = jdbc.sql("""
                        update national_plan set state = 'withdrawn', withdrawn_by = :actor, withdrawn_reason = :reason
                        where id = :id and state <> 'withdrawn'""")
                .param("actor", actor)
                .param("reason", reason)
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new Conflict("plan.withdrawn");
        }
    }

    Withdrawal of(long id) {
        return jdbc.sql("select withdrawn_by, withdrawn_reason from national_plan where id = :id")
                .param("id", id)
                .query((row, n) -> new Withdrawal(row.getString(1), row.getString(2)))
                .single();
    }

    record Withdrawal(String actor, String reason) {}
}
