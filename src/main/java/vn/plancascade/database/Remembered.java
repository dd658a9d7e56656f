package vn.plancascade.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Answers that many ask for and that cost a walk over all duties, kept until something is written or the next minute begins:
 * what is overdue changes by itself, at full minutes. Every instance asks the database whether something was written.
 *
 * <p>Of two acts at once the one that is numbered first may be committed last, and goes unnoticed then: nothing is kept for
 * longer than a few seconds of real time.
 */
@Component
public class Remembered {

    private static final int ANSWERS = 1_000;
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Cache<Asked, Object> answers =
            Caffeine.newBuilder().maximumSize(ANSWERS).expireAfterWrite(AT_MOST).build();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Supplier<String> marks;

    /** @param marks of rooms that remember answers themselves, which is why they are not asked before the first question */
    Remembered(ObjectProvider<ChangeMark> marks, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.marks = SingletonSupplier.of(() -> marks.stream()
                .map(mark -> "coalesce((" + mark.sql() + "), 0)")
                .collect(Collectors.joining(" || ' ' || ", "select ", "")));
    }

    private record Read(String sql, Map<String, Object> params) {}

    /**
     * How many rows there are, kept like any answer.
     *
     * @param from of a statement, from its {@code from} on
     * @param params the moment {@code now} is the minute's
     */
    public long count(String from, Map<String, Object> params) {
        return rows("select count(*)" + from, params, (row, n) -> row.getLong(1))
                .get(0);
    }

    /**
     * What a statement reads, kept like any answer.
     *
     * @param params the moment {@code now} is the minute's
     */
    public <T> List<T> rows(String sql, Map<String, Object> params, RowMapper<T> row) {
        Map<String, Object> asked = new HashMap<>(params);
        asked.remove("now");
        return answer(
                new Read(sql, asked),
                () -> List.copyOf(jdbc.sql(sql).params(params).query(row).list()));
    }

    private record Asked(Object question, String written, Instant minute) {}

    /**
     * The answer to a question as it was worked out before, or worked out now.
     *
     * @param question says all that the answer depends on beside what is written and the minute; a value by its equality
     * @param answer must not be changed by who receives it
     */
    @SuppressWarnings("unchecked")
    public <T> T answer(Object question, Supplier<T> answer) {
        Asked asked = new Asked(
                question,
                jdbc.sql(marks.get()).query(String.class).single(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES));
        return (T) answers.get(asked, any -> answer.get());
    }
}
