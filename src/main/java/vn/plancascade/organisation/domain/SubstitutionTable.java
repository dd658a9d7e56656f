package vn.plancascade.organisation.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;

/** Rows of {@code substitution}, and the roles that go with them. */
@Repository
class SubstitutionTable {

    static final RowMapper<Substitution> SUBSTITUTION = (row, n) -> new Substitution(
            row.getLong("id"),
            row.getString("unit_code"),
            row.getString("absent"),
            row.getString("substitute"),
            SigningForm.valueOf(row.getString("form")),
            row.getObject("from_day", LocalDate.class),
            row.getObject("to_day", LocalDate.class),
            row.getString("reason"),
            row.getString("delegation"),
            row.getObject("ended_at") != null);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubstitutionTable(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Substitution add(Actor actor, Substitution sent, String unit, String absent) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into substitution (unit_code, absent, substitute, form, from_day, to_day, reason, delegation,
                          made_by, made_at)
                        values (:unit, :absent, :substitute, :form, :from, :to, :reason, :delegation, :by, :at)""")
                .param("unit", unit)
                .param("absent", absent)
                .param("substitute", sent.substitute())
                .param("form", sent.form().name())
                .param("from", sent.from())
                .param("to", sent.to())
                .param("reason", Names.clean(sent.reason()))
                .param("delegation", Names.clean(sent.delegation()))
                .param("by", actor.login())
                .param("at", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from, valid_to, substitution_id)
                        values (:login, :unit, 'head', :from, :to, :id)""")
                .param("login", sent.substitute())
                .param("unit", unit)
                .param("from", sent.from())
                .param("to", sent.to().plusDays(1))
                .param("id", id)
                .update();
        return told(ActWord.substitutionAdded, actor.login(), find(id));
    }

    private Substitution told(ActWord word, String actor, Substitution window) {
        events.publishEvent(Act.of(word, actor)
                .inUnit(window.unitCode())
                .about(window.substitute())
                .saying(window.form() + " " + window.absent() + ", " + VietnamTime.text(window.from()) + " – "
                        + VietnamTime.text(window.to())));
        return window;
    }

    /** @throws NotFound if there is no such window */
    Substitution find(long id) {
        return jdbc.sql("select * from substitution where id = :id")
                .param("id", id)
                .query(SUBSTITUTION)
                .optional()
                .orElseThrow(() -> new NotFound("substitution.unknown"));
    }

    /**
     * Ends the window and the role that goes with it today, or cancels both before their first day.
     *
     * @throws Conflict if it is over
     */
    void end(long id, String actor, LocalDate today) {
        int ended = jdbc.sql("""
                        update substitution set ended_by = :by, ended_at = :at
                        where id = :id and ended_at is null and to_day >= :today""")
                .param("by", actor)
                .param("at", offset(clock.instant()))
                .param("id", id)
                .param("today", today)
                .update();
        if (ended == 0) {
            throw new Conflict("substitution.over");
        }
        told(ActWord.substitutionEnded, actor, find(id));
        jdbc.sql("delete from role_assignment where substitution_id = :id and valid_from >= :today")
                .param("id", id)
                .param("today", today)
                .update();
        jdbc.sql("update role_assignment set valid_to = :today where substitution_id = :id and valid_to > :today")
                .param("id", id)
                .param("today", today)
                .update();
    }
}
