package vn.plancascade.plan.domain;

import static vn.plancascade.kernel.Rows.instant;

import org.springframework.jdbc.core.RowMapper;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanState;

/** A national plan as its table has it. */
final class PlanRow {

    static final RowMapper<NationalPlan> PLAN = (row, n) -> new NationalPlan(
            row.getLong("id"),
            row.getString("unit_code"),
            PlanState.valueOf(row.getString("state")),
            PlanContents.read(row.getString("content")),
            instant(row, "created_at"),
            instant(row, "approved_at"),
            instant(row, "issued_at"),
            instant(row, "closed_at"),
            row.getObject("copied_from", Long.class),
            row.getString("process_instance_id"));

    private PlanRow() {}
}
