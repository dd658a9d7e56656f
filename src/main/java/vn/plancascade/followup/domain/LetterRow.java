package vn.plancascade.followup.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.LetterState;
import vn.plancascade.kernel.Rows;

/** Reads a row of {@code chasing_letter}. */
final class LetterRow {

    private LetterRow() {}

    static ChasingLetter read(ResultSet row) throws SQLException {
        return new ChasingLetter(
                row.getLong("id"),
                row.getLong("plan_id"),
                DutyKind.valueOf(row.getString("duty_kind")),
                row.getString("period"),
                row.getString("unit_code"),
                row.getString("to_unit"),
                LetterState.valueOf(row.getString("state")),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("signatory"),
                row.getString("addition"),
                row.getString("contact"),
                row.getString("section"),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                row.getString("submitted_by"),
                row.getString("approved_by"),
                Rows.instant(row, "approved_at"),
                row.getString("comment"));
    }

    static Watched watched(ChasingLetter letter) {
        return new Watched(letter.plan(), letter.kind(), letter.period());
    }
}
