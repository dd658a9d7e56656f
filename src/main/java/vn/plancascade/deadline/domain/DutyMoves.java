package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.VietnamTime;

/** The one guarded update by which a duty moves, the line in its history, and the event that tells of it. */
@Repository
class DutyMoves {

    private static final int REASON = 1000;

    private final NamedParameterJdbcTemplate jdbc;
    private final Obligations obligations;
    private final DutyHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyMoves(
            NamedParameterJdbcTemplate jdbc,
            Obligations obligations,
            DutyHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** @param set what changes besides the state */
    void step(long id, DutyStep step, String actor, String detail, String set, Map<String, Object> values) {
        String settled = DutySql.settledBy(step);
        String kept = settled.isEmpty() ? "" : ", " + UnitThen.settled(settled);
        move(id, "state = '" + step.to() + "', step_since = :now, " + set + kept, DutySql.mayStart(step), values);
        history.add(id, step, actor, detail);
        tell(id, step, actor, detail);
    }

    /** @throws Conflict if the condition does not hold (any more) */
    void move(long id, String set, String condition, Map<String, Object> values) {
        Map<String, Object> params = new HashMap<>(values);
        params.put("id", id);
        params.put("now", offset(clock.instant()));
        params.put("day", VietnamTime.dayOf(clock.instant()));
        if (jdbc.update("update obligation o set " + set + " where o.id = :id and " + condition, params) == 0) {
            throw new Conflict("obligation.moved");
        }
    }

    void tell(long id, DutyWord word, String actor, String detail) {
        events.publishEvent(new ObligationChanged(obligations.get(id), word, actor, detail));
    }

    /** The parameter {@code reason}, as long as its column. */
    static Map<String, Object> reason(String text) {
        return Collections.singletonMap("reason", DutyHistory.shortened(text, REASON));
    }
}
