package vn.plancascade.batch.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.batch.Order;

/** Rows of {@code duty_action}: what was previewed, begun and finished. */
@Repository
class ActionTable {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    ActionTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * @param asked what makes order and selection the same as those that are run
     * @param tokenHash of the token that was handed out
     */
    long add(String login, Order order, String asked, String tokenHash, Collection<Item> items) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into duty_action (action, login, reason, until_day, to_login, letters, asked, token_hash, previewed_at)
                        values (:action, :login, :reason, :until, :to, :letters, :asked, :token, :now)""")
                .param("action", order.action().name())
                .param("login", login)
                .param("reason", order.reason())
                .param("until", order.until())
                .param("to", order.to())
                .param(
                        "letters",
                        order.letters() == null ? null : order.letters().name())
                .param("asked", asked)
                .param("token", tokenHash)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        batch.batchUpdate(
                """
                insert into duty_action_item (action_id, obligation_id, state, refusal, refusal_args)
                values (:action, :duty, :state, :refusal, :args)""",
                items.stream()
                        .map(item -> new MapSqlParameterSource("action", id)
                                .addValue("duty", item.duty())
                                .addValue("state", item.refusal() == null ? "waiting" : "refused")
                                .addValue(
                                        "refusal",
                                        item.refusal() == null
                                                ? null
                                                : item.refusal().code())
                                .addValue(
                                        "args",
                                        item.refusal() == null
                                                ? null
                                                : item.refusal().args()))
                        .toArray(SqlParameterSource[]::new));
        return id;
    }

    Optional<ActionRow> ofToken(String tokenHash) {
        return one("token_hash = :value", tokenHash);
    }

    Optional<ActionRow> find(long id) {
        return one("id = :value", id);
    }

    private Optional<ActionRow> one(String condition, Object value) {
        return jdbc.sql("select * from duty_action where " + condition)
                .param("value", value)
                .query((row, n) -> ActionRow.read(row))
                .optional();
    }

    /** Whether it had not been begun: of two who begin it at the same time, one does. */
    boolean start(long id) {
        return jdbc.sql("update duty_action set started_at = :now where id = :id and started_at is null")
                        .param("now", offset(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void onRecord(long id, long entry) {
        jdbc.sql("update duty_action set entry_id = :entry where id = :id")
                .param("entry", entry)
                .param("id", id)
                .update();
    }

    /** The oldest that was begun and is not finished. */
    Optional<ActionRow> underWay() {
        return jdbc.sql(
                        "select * from duty_action where started_at is not null and finished_at is null order by id limit 1")
                .query((row, n) -> ActionRow.read(row))
                .optional();
    }

    void finished(long id) {
        jdbc.sql("""
                        update duty_action set finished_at = :now where id = :id and finished_at is null and not exists (
                          select 1 from duty_action_item i where i.action_id = duty_action.id and i.state = 'waiting')""").param("now", offset(clock.instant())).param("id", id).update();
    }

    /** The plan of all that is to be done, where it is one. */
    Optional<Long> plan(long id) {
        List<Long> plans = jdbc.sql("""
                        select distinct o.plan_id from duty_action_item i join obligation o on o.id = i.obligation_id
                        where i.action_id = :id and i.state = 'waiting' limit 2""").param("id", id).query(Long.class).list();
        return plans.size() == 1 ? Optional.of(plans.get(0)) : Optional.empty();
    }

    /** @param refusal null for a duty that is to be done */
    record Item(long duty, Refused refusal) {}
}
