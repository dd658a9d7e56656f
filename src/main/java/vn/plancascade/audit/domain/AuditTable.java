package vn.plancascade.audit.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.ChangeMark;
import vn.plancascade.kernel.Act;

/** Adds lines. Nothing here changes one or takes one away, and nothing else writes these tables. */
@Repository
class AuditTable implements ChangeMark {

    private static final int SUBJECT = 300;
    private static final int DETAIL = 4000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    AuditTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    public String sql() {
        return "select max(id) from audit_entry";
    }

    long add(Act act) {
        return add(
                act.word().name(), act.actor(), act.plan(), act.obligation(), act.units(), act.subject(), act.detail());
    }

    /** Adds an entry; one that concerns many units is found by each of them. */
    long add(
            String what,
            String actor,
            Long plan,
            Long obligation,
            Collection<String> units,
            String subject,
            String detail) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_entry (at, actor, actor_name, act, plan_id, obligation_id, unit_code, subject, detail)
                        select cast(:at as timestamp with time zone), cast(:actor as varchar(80)),
                          (select p.full_name from person p where p.login = :actor), cast(:act as varchar(30)),
                          coalesce(cast(:plan as bigint), (select o.plan_id from obligation o where o.id = :duty)),
                          cast(:duty as bigint), cast(:unit as varchar(40)), cast(:subject as varchar(300)),
                          cast(:detail as varchar(4000))""")
                .param("at", offset(clock.instant()))
                .param("actor", actor)
                .param("act", what)
                .param("plan", plan, java.sql.Types.BIGINT)
                .param("duty", obligation, java.sql.Types.BIGINT)
                .param("unit", units.size() == 1 ? units.iterator().next() : null)
                .param("subject", shortened(subject, SUBJECT))
                .param("detail", shortened(detail, DETAIL))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        if (units.size() > 1) {
            batch.batchUpdate(
                    "insert into audit_unit (entry_id, unit_code) values (:entry, :unit)",
                    units.stream()
                            .distinct()
                            .map(unit -> new MapSqlParameterSource("entry", id).addValue("unit", unit))
                            .toArray(SqlParameterSource[]::new));
        }
        return id;
    }

    /** The entry concerns this unit as well. */
    void addUnit(long entry, String unit) {
        jdbc.sql("insert into audit_unit (entry_id, unit_code) values (:entry, :unit) on conflict do nothing")
                .param("entry", entry)
                .param("unit", unit)
                .update();
    }

    private static String shortened(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
