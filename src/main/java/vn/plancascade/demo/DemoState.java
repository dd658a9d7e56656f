package vn.plancascade.demo;

import java.util.OptionalLong;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the demo remembers over a restart. */
@Repository
@Profile("demo")
class DemoState {

    private final JdbcClient jdbc;

    DemoState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OptionalLong clockOffset() {
        return jdbc.sql("select clock_offset_ms from demo_state where id = 1").query(Long.class).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Transactional
    void keepClockOffset(long millis) {
        if (clockOffset().isEmpty()) {
            jdbc.sql("insert into demo_state (id, clock_offset_ms, sample_loaded) values (1, :offset, false)")
                    .param("offset", millis)
                    .update();
        } else {
            jdbc.sql("update demo_state set clock_offset_ms = :offset where id = 1")
                    .param("offset", millis)
                    .update();
        }
    }

    boolean sampleLoaded() {
        return jdbc.sql("select sample_loaded from demo_state where id = 1")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void noteSampleLoaded() {
        jdbc.sql("update demo_state set sample_loaded = true where id = 1").update();
    }
}
