package vn.plancascade.account.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Rows;

/** Who changed what about a person. */
@Repository
public class PersonEvents {

    private static final int SHOWN = 100;

    private static final RowMapper<PersonEvent> EVENT = (row, n) -> new PersonEvent(
            row.getString("login"),
            Rows.instant(row, "at"),
            row.getString("actor"),
            row.getString("event"),
            row.getString("detail"),
            row.getString("reason"));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final PersonActs acts;
    private final Clock clock;

    PersonEvents(JdbcClient jdbc, NamedParameterJdbcTemplate batch, PersonActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.acts = acts;
        this.clock = clock;
    }

    long log(String login, String actor, String event, String detail) {
        return log(login, actor, event, detail, null, acts.unitsOf(login));
    }

    /**
     * @param units which it concerns
     * @return the event's id
     */
    long log(String login, String actor, String event, String detail, String reason, Collection<String> units) {
        acts.tell(login, actor, event, detail, reason, units);
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into person_event (login, at, actor, event, detail, reason)
                        values (:login, :at, :actor, :event, :detail, :reason)""")
                .param("login", login)
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("event", event)
                .param("detail", detail)
                .param("reason", reason)
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** The same event for many people at once. */
    void logAll(String actor, String event, String reason, Map<String, List<String>> details) {
        SqlParameterSource[] rows = details.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(detail -> new MapSqlParameterSource("login", one.getKey())
                                .addValue("at", offset(clock.instant()))
                                .addValue("actor", actor)
                                .addValue("event", event)
                                .addValue("detail", detail)
                                .addValue("reason", reason)))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into person_event (login, at, actor, event, detail, reason)
                values (:login, :at, :actor, :event, :detail, :reason)""", rows);
    }

    /** The newest first. */
    List<PersonEvent> of(String login) {
        return jdbc.sql("select * from person_event where login = :login order by id desc limit " + SHOWN)
                .param("login", login)
                .query(EVENT)
                .list();
    }

    /** The event that a mail tells of. */
    Optional<PersonEvent> ofMail(long mail) {
        return jdbc.sql("""
                        select e.* from person_event e join account_notice n on n.event_id = e.id where n.mail_id = :mail""").param("mail", mail).query(EVENT).optional();
    }

    void toldBy(long mail, long event) {
        jdbc.sql("insert into account_notice (mail_id, event_id) values (:mail, :event)")
                .param("mail", mail)
                .param("event", event)
                .update();
    }

    /**
     * @param actor login, or null where the person did it by a token
     * @param reason null where none was asked for
     */
    public record PersonEvent(String login, Instant at, String actor, String event, String detail, String reason) {}
}
