package vn.plancascade.reorganisation.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Units that end or have another superior, the one in their place, and when what is under way goes over. */
@Repository
class ReorganisationTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReorganisationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param ends whether the units are no more from that day on; otherwise one of them has another superior
     * @param handedOverOn the day itself, or a later one
     */
    record Entered(List<String> units, String into, LocalDate from, boolean ends, LocalDate handedOverOn, String by) {}

    long add(Entered change) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into reorganisation
                          (units, into_code, effective_from, ends, handed_over_on, entered_by, entered_at)
                        values (:units, :into, :from, :ends, :on, :by, :at)""")
                .param("units", String.join(",", change.units()))
                .param("into", change.into())
                .param("from", change.from())
                .param("ends", change.ends())
                .param("on", change.handedOverOn())
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
                        row.getBoolean("ends"),
                        row.getObject("handed_over_on", LocalDate.class),
                        row.getString("entered_by")))
                .single();
    }

    /** The unit that is in the place of one that has ended by this day; empty where nobody is. */
    Optional<String> heirOf(String unit, LocalDate day) {
        return jdbc.sql("""
                        select into_code from reorganisation
                        where ends and effective_from <= :day and ',' || units || ',' like '%,' || :unit || ',%'
                        order by id desc limit 1""").param("day", day).param("unit", unit).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
