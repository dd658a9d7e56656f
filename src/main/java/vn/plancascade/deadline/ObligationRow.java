package vn.plancascade.deadline;

import static vn.plancascade.kernel.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads a duty from a row of {@code obligation} together with {@code unit_name} and {@code province_code}. */
public final class ObligationRow {

    private ObligationRow() {}

    public static Obligation read(ResultSet row) throws SQLException {
        String amendment = row.getString("amendment");
        return new Obligation(
                row.getLong("id"),
                row.getLong("plan_id"),
                DutyKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("province_code"),
                row.getString("form"),
                instant(row, "opens_at"),
                instant(row, "original_due_at"),
                instant(row, "due_at"),
                ObligationState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("process_instance_id"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("signatory"),
                instant(row, "submitted_at"),
                instant(row, "approved_at"),
                instant(row, "issued_at"),
                instant(row, "accepted_at"),
                row.getInt("times_returned"),
                row.getString("issuer_code"),
                row.getString("superior_code"),
                amendment == null ? null : ObligationState.valueOf(amendment));
    }
}
