package vn.plancascade.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.plancascade.database.Patience.Limits;
import vn.plancascade.kernel.DatabaseRefusal;

/** On H2; PostgreSQL's side is shown over HTTP. */
class LimitedDataSourceTest {

    private static final String LONG =
            "select sum(cast(a.x as bigint) * b.x) from system_range(1, 100000) a, system_range(1, 100000) b";

    private final LimitedDataSource source = new LimitedDataSource(
            new DriverManagerDataSource("jdbc:h2:mem:limits"),
            new Patience(
                    new Limits(Duration.ofMillis(200), null, null), new Limits(Duration.ofMinutes(7), null, null)));

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whatAPersonWaitsForTooLongIsCanceled() {
        source.start();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        assertThatThrownBy(() ->
                        JdbcClient.create(source).sql(LONG).query(Long.class).single())
                .satisfies(failed -> assertThat(DatabaseRefusal.of(failed)).contains(DatabaseRefusal.TOO_SLOW));
    }

    @Test
    void jobsAndWhatRunsAsOneHaveTheirOwnLimit() {
        source.start();
        assertThat(timeout()).isEqualTo("420000");

        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThat(timeout()).isEqualTo("200");
        Waiting.asJob(() -> assertThat(timeout()).isEqualTo("420000"));
        assertThat(timeout()).isEqualTo("200");
    }

    @Test
    void nothingIsCanceledBeforeTheApplicationIsUp() {
        assertThat(timeout()).isEqualTo("0");
    }

    private String timeout() {
        return JdbcClient.create(source)
                .sql("select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'")
                .query(String.class)
                .optional()
                .orElse("0");
    }
}
