package vn.plancascade.reorganisation.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Units that end on a day, and the one in their place. */
@Repository
class ReorganisationTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReorganisationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Entered(List<String> units, String into, LocalDate from, String by) {}

    long add(Entered change) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into reorganisation (units, into_code, effective_from, entered_by, entered_at)
                        values (:units, :into, :from, :by, :at)""")
                .param("units", String.join(",", change.units()))
                .param("into", change.into())
                .param("from", change.from())
                .param("by", change.by())
                .param("at", offset(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    Entered get(long id) {
        return jdbc.sql("select * from reorganisation where id = :id")
                .param("id", id)
                .query((row, n) -> new Entered(
                        List.of(row.getString("units").split(",")),
                        row.getString("into_code"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getString("entered_by")))
                .single();
    }
}
