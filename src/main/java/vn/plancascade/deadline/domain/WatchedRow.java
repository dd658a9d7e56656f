package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.deadline.WatchedDuty.UnitThen;
import vn.plancascade.organisation.UnitKind;

/** Reads a duty with what those who watch it ask for. */
final class WatchedRow {

    private WatchedRow() {}

    static WatchedDuty read(ResultSet row) throws SQLException {
        return new WatchedDuty(
                ObligationRow.read(row),
                instant(row, "given_at"),
                instant(row, "step_since"),
                unit(row, "given"),
                unit(row, "settled"),
                row.getInt("times_extended"));
    }

    /** Null where nothing was kept. */
    private static UnitThen unit(ResultSet row, String when) throws SQLException {
        String kind = row.getString(when + "_kind");
        return kind == null
                ? null
                : new UnitThen(
                        row.getString(when + "_name"),
                        UnitKind.valueOf(kind),
                        row.getString(when + "_province"),
                        row.getString(when + "_superior"));
    }
}
