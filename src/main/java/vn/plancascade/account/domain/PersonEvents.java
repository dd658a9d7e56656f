package vn.plancascade.account.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Rows;

/** Who changed what about a person. */
@Repository
public class PersonEvents {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void log(String login, String actor, String event, String detail) {
        jdbc.sql("""
                        insert into person_event (login, at, actor, event, detail)
                        values (:login, :at, :actor, :event, :detail)""")
                .param("login", login)
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("event", event)
                .param("detail", detail)
                .update();
    }

    /** The newest first. */
    List<PersonEvent> of(String login) {
        return jdbc.sql("select * from person_event where login = :login order by id desc limit " + SHOWN)
                .param("login", login)
                .query((row, n) -> new PersonEvent(
                        Rows.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("event"),
                        row.getString("detail")))
                .list();
    }

    /** @param actor login, or null where the person did it by a token */
    public record PersonEvent(Instant at, String actor, String event, String detail) {}
}
