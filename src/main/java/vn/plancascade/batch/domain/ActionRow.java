package vn.plancascade.batch.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.Order;
import vn.plancascade.followup.Chasing.Letters;
import vn.plancascade.kernel.Rows;

/**
 * A row of {@code duty_action}.
 *
 * @param asked what makes order and selection the same
 * @param entry the act's line in the audit; null until it is begun
 */
record ActionRow(
        long id,
        Order order,
        String login,
        String asked,
        Long entry,
        Instant previewedAt,
        Instant startedAt,
        Instant finishedAt) {

    static ActionRow read(ResultSet row) throws SQLException {
        return new ActionRow(
                row.getLong("id"),
                new Order(
                        DutyAct.valueOf(row.getString("action")),
                        row.getString("reason"),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("to_login"),
                        letters(row.getString("letters"))),
                row.getString("login"),
                row.getString("asked"),
                row.getObject("entry_id", Long.class),
                Rows.instant(row, "previewed_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "finished_at"));
    }

    private static Letters letters(String name) {
        return name == null ? null : Letters.valueOf(name);
    }
}
