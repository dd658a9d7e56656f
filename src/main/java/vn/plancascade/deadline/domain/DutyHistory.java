package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.ChangeMark;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.deadline.ObligationEvent;

/** Writes lines of duties' histories. */
@Repository
class DutyHistory implements ChangeMark {

    private static final int DETAIL = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Duties are given by sets, without a line for each. */
    @Override
    public String sql() {
        return "select coalesce(max(id), 0) + coalesce((select max(id) from obligation), 0) from obligation_event";
    }

    void add(long id, DutyWord word, String actor, String detail) {
        add(id, word, actor, detail, null, null);
    }

    /** @param from the due moment before, and {@code to} the one after; null unless it was moved */
    void add(long id, DutyWord word, String actor, String detail, Instant from, Instant to) {
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, actor, event, detail, due_from, due_to)
                        values (:id, :at, :actor, :event, :detail, :from, :to)""")
                .param("from", offset(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", offset(to), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("event", word.name())
                .param("detail", shortened(detail, DETAIL))
                .update();
    }

    /** The same line for many duties, by one statement. */
    void addToAll(Collection<Long> ids, DutyWord word, String actor, String detail) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, actor, event, detail)
                        select o.id, cast(:at as timestamp with time zone), cast(:actor as varchar(80)),
                          cast(:event as varchar(30)), cast(:detail as varchar(4000))
                        from obligation o where o.id in (:ids)""")
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("event", word.name())
                .param("detail", shortened(detail, DETAIL))
                .param("ids", ids)
                .update();
    }

    /** A duty's lines, the oldest first. */
    List<ObligationEvent> of(long id) {
        return jdbc.sql("select * from obligation_event where obligation_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new ObligationEvent(
                        instant(row, "at"),
                        row.getString("actor"),
                        DutyWord.of(row.getString("event")),
                        row.getString("detail"),
                        instant(row, "due_from"),
                        instant(row, "due_to")))
                .list();
    }

    static String shortened(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
