package vn.plancascade.deadline.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.plancascade.deadline.Holiday;

/**
 * The administrators' table of days off and make-up working days. It is small (some twenty rows a year) and asked for in
 * loops, so it is kept for half a minute: that long another instance of the product may not see a change.
 */
@Repository
class DayOffTable {

    private static final String ALL = "all";

    private final Cache<String, Map<LocalDate, Boolean>> kept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build();
    private final JdbcClient jdbc;

    DayOffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether people work on the day, if an administrator has decided it. */
    Optional<Boolean> works(LocalDate day) {
        return Optional.ofNullable(days().get(day));
    }

    /** Whether a day off has been entered between the two days, both included. */
    boolean hasDayOff(LocalDate from, LocalDate to) {
        Map<LocalDate, Boolean> entered = days();
        return from.datesUntil(to.plusDays(1)).anyMatch(day -> Boolean.FALSE.equals(entered.get(day)));
    }

    private Map<LocalDate, Boolean> days() {
        return kept.get(ALL, all -> read());
    }

    List<Holiday> ofYear(int year) {
        return jdbc.sql("select off_day, works, name from day_off where off_day between :first and :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query((row, n) ->
                        Holiday.entered(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3)))
                .list();
    }

    String nameOf(LocalDate day) {
        return jdbc.sql("select name from day_off where off_day = :day")
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Returns false if the day is there already. */
    boolean insert(Holiday day) {
        int rows = jdbc.sql(
                        "insert into day_off (off_day, works, name) values (:day, :works, :name) on conflict do nothing")
                .param("day", day.day())
                .param("works", day.works())
                .param("name", day.name())
                .update();
        refresh();
        return rows > 0;
    }

    /** Returns false if the day is not there. */
    boolean delete(LocalDate day) {
        int rows = jdbc.sql("delete from day_off where off_day = :day")
                .param("day", day)
                .update();
        refresh();
        return rows > 0;
    }

    /** The transaction reads what it wrote; when it ends, what holds then is read again, since it may roll back. */
    private void refresh() {
        kept.put(ALL, read());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                kept.invalidateAll();
            }
        });
    }

    private Map<LocalDate, Boolean> read() {
        return jdbc
                .sql("select off_day, works from day_off")
                .query((row, n) -> Map.entry(row.getObject(1, LocalDate.class), row.getBoolean(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
