package vn.plancascade.request.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.Rows;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.RequestState;

/** A row of {@code extension_request} with its duty's plan, kind, period and unit. */
final class RequestRow {

    private RequestRow() {}

    static ExtensionRequest read(ResultSet row) throws SQLException {
        return new ExtensionRequest(
                row.getLong("id"),
                row.getLong("obligation_id"),
                row.getLong("plan_id"),
                DutyKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getString("asked_by"),
                Rows.instant(row, "asked_at"),
                row.getString("decider_unit"),
                row.getBoolean("beyond_limit"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("granted_until", LocalDate.class),
                row.getString("decided_by"),
                Rows.instant(row, "decided_at"),
                row.getString("comment"));
    }
}
