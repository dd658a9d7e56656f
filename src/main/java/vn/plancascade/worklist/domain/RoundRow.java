package vn.plancascade.worklist.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.plancascade.worklist.ApprovalRounds.Round;

/** A row of {@code approval_round}. */
final class RoundRow {

    private RoundRow() {}

    /** @param n not looked at: rows say their number themselves */
    static Round read(ResultSet row, int n) throws SQLException {
        return new Round(
                row.getInt("round"),
                row.getString("content"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"),
                row.getString("review_remark"),
                row.getString("reviewed_by"),
                instant(row, "reviewed_at"),
                row.getString("decision"),
                row.getString("remark"),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }
}
