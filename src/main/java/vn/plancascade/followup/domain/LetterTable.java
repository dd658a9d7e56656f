package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.followup.ChasingLetter;

/** Rows of {@code chasing_letter} as they are begun; {@link LetterMoves} moves them on. */
@Repository
class LetterTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ChasingLetter> find(long id) {
        return jdbc.sql("select * from chasing_letter where id = :id")
                .param("id", id)
                .query((row, n) -> LetterRow.read(row))
                .optional();
    }

    /** The draft to which units may still be added, taken until the transaction ends. */
    Optional<ChasingLetter> open(Watched watched, String unit, String toUnit) {
        return jdbc.sql("select * from chasing_letter where open_of = :open for update")
                .param("open", openOf(watched, unit, toUnit))
                .query((row, n) -> LetterRow.read(row))
                .optional();
    }

    /** Begins a draft; false where somebody else has just begun it. */
    boolean begin(Watched watched, String unit, String toUnit, String login, String contact) {
        return jdbc.sql("""
                        insert into chasing_letter (plan_id, duty_kind, period, unit_code, to_unit, state, open_of, contact,
                          created_by, created_at)
                        values (:plan, :kind, :period, :unit, cast(:to as varchar(40)), 'draft', :open,
                          cast(:contact as varchar(300)), :login, :now) on conflict do nothing""")
                        .params(of(watched))
                        .param("unit", unit)
                        .param("to", toUnit)
                        .param("open", openOf(watched, unit, toUnit))
                        .param("contact", contact)
                        .param("login", login)
                        .param("now", offset(clock.instant()))
                        .update()
                == 1;
    }

    private static String openOf(Watched watched, String unit, String toUnit) {
        return String.join(
                "|",
                unit,
                Long.toString(watched.planId()),
                watched.kind().name(),
                watched.period(),
                toUnit == null ? "" : toUnit);
    }

    /** A letter of the product's own, which waits to be approved. */
    long prepare(Watched watched, String unit) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into chasing_letter (plan_id, duty_kind, period, unit_code, state, created_at)
                        values (:plan, :kind, :period, :unit, 'awaitingApproval', :now)""")
                .params(of(watched))
                .param("unit", unit)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** Takes back a letter that has nobody on it. */
    void remove(long id) {
        jdbc.sql("delete from chasing_letter where id = :id").param("id", id).update();
    }

    private static Map<String, Object> of(Watched watched) {
        return Map.of("plan", watched.planId(), "kind", watched.kind().name(), "period", watched.period());
    }
}
