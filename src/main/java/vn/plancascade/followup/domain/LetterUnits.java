package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Rows;

/** Rows of {@code chasing_letter_unit}: the duties that a letter chases, each with the deadline that it missed. */
@Repository
class LetterUnits {

    private static final String OPEN = "('draft', 'awaitingApproval', 'awaitingIssue')";

    private static final String SELECT = """
            select o.id, o.unit_code, u.name, u.email, l.due_at from chasing_letter_unit l
            join obligation o on o.id = l.obligation_id join unit u on u.code = o.unit_code
            where l.letter_id = :letter order by l.due_at, o.unit_code""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterUnits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long letter, long duty, Instant dueAt) {
        jdbc.sql("""
                        insert into chasing_letter_unit (letter_id, obligation_id, due_at) values (:letter, :duty, :due)
                        on conflict do nothing""")
                .param("letter", letter)
                .param("duty", duty)
                .param("due", offset(dueAt))
                .update();
    }

    /**
     * Adds what was due at these moments and is open, but for what a letter was written about for that deadline, and for the
     * writer's own.
     *
     * @return how many
     */
    int addOverdue(long letter, Watched watched, String writer, Collection<Instant> due) {
        return jdbc.sql("""
                        insert into chasing_letter_unit (letter_id, obligation_id, due_at)
                        select cast(:letter as bigint), o.id, o.due_at from open_duty o
                        where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.due_at in (:due)
                          and o.unit_code <> :writer
                          and o.id not in (select l.obligation_id from chasing_letter_unit l
                            join chasing_letter c on c.id = l.letter_id
                            where c.plan_id = :plan and c.duty_kind = :kind and c.period = :period and l.due_at in (:due))""")
                .param("letter", letter)
                .param("plan", watched.planId())
                .param("kind", watched.kind().name())
                .param("period", watched.period())
                .param("due", due.stream().map(moment -> offset(moment)).toList())
                .param("writer", writer)
                .update();
    }

    /** Letters that have not gone out and chase the duty. */
    List<Long> openLetters(long duty) {
        return jdbc.sql("select c.id from chasing_letter_unit l join chasing_letter c on c.id = l.letter_id"
                        + " where l.obligation_id = :duty and c.state in " + OPEN)
                .param("duty", duty)
                .query(Long.class)
                .list();
    }

    /** Takes a duty off a letter; returns whether that has any left. */
    boolean remove(long letter, long duty) {
        jdbc.sql("delete from chasing_letter_unit where letter_id = :letter and obligation_id = :duty")
                .param("letter", letter)
                .param("duty", duty)
                .update();
        return jdbc.sql("select exists (select 1 from chasing_letter_unit where letter_id = :letter)")
                .param("letter", letter)
                .query(Boolean.class)
                .single();
    }

    /** Takes off an open letter whoever is not late any more: what becomes of a duty is not always told one by one. */
    void removeSettled(long letter) {
        jdbc.sql("""
                        delete from chasing_letter_unit where letter_id = :letter and obligation_id not in (
                          select o.id from open_duty o join chasing_letter_unit l on l.obligation_id = o.id
                          where l.letter_id = :letter and o.due_at <= :now)""")
                .param("letter", letter)
                .param("now", offset(clock.instant()))
                .update();
    }

    List<OverdueUnit> of(long letter) {
        return jdbc.sql(SELECT)
                .param("letter", letter)
                .query((row, n) -> new OverdueUnit(
                        row.getLong("id"),
                        row.getString("unit_code"),
                        row.getString("name"),
                        row.getString("email"),
                        Rows.instant(row, "due_at")))
                .list();
    }
}
