package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.followup.LetterState;
import vn.plancascade.kernel.Conflict;

/** Moves chasing letters on, from the draft to the register; where somebody was faster, nothing is changed: {@link Conflict}. */
@Repository
class LetterMoves {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void submitted(long id, String login, String addition, String contact, String section) {
        move(
                id,
                LetterState.draft,
                LetterState.awaitingApproval,
                "submitted_by = :login, addition = cast(:addition as varchar(2000)), contact = cast(:contact as varchar(300)),"
                        + " section = cast(:section as varchar(20)), comment = null",
                values("login", login, "addition", addition, "contact", contact, "section", section));
    }

    void approved(long id, String login) {
        move(
                id,
                LetterState.awaitingApproval,
                LetterState.awaitingIssue,
                "approved_by = :login, approved_at = :now",
                values("login", login, "now", offset(clock.instant())));
    }

    void returned(long id, String comment) {
        move(id, LetterState.awaitingApproval, LetterState.draft, "comment = :comment", values("comment", comment));
    }

    void issued(long id, String number, LocalDate date, String signatory) {
        move(
                id,
                LetterState.awaitingIssue,
                LetterState.issued,
                "document_number = cast(:number as varchar(100)), document_date = :date, signatory = :signatory",
                values("number", number, "date", date, "signatory", signatory));
    }

    void discarded(long id) {
        jdbc.sql("update chasing_letter set state = 'discarded', open_of = null where id = :id and state <> 'issued'")
                .param("id", id)
                .update();
    }

    private void move(long id, LetterState from, LetterState to, String set, Map<String, Object> values) {
        int moved = jdbc.sql("update chasing_letter set state = :to, open_of = null, " + set
                        + " where id = :id and state = :from")
                .params(values)
                .param("to", to.name())
                .param("id", id)
                .param("from", from.name())
                .update();
        if (moved != 1) {
            throw new Conflict("task.done");
        }
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
