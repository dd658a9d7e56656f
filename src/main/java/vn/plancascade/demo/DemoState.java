package vn.plancascade.demo;

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

    /** What is remembered, or this, which is remembered from now on: instances that begin at once agree on one. */
    @Transactional
    long clockOffset(long first) {
        jdbc.sql("""
                        insert into demo_state (id, clock_offset_ms, sample_loaded) values (1, :offset, false)
                        on conflict do nothing""").param("offset", first).update();
        return jdbc.sql("select clock_offset_ms from demo_state where id = 1")
                .query(Long.class)
                .single();
    }

    @Transactional
    void keepClockOffset(long millis) {
        jdbc.sql("update demo_state set clock_offset_ms = :offset where id = 1")
                .param("offset", millis)
                .update();
    }

    /** Whether the caller, alone until its transaction ends, has the sample to load. */
    boolean takeSample() {
        return !jdbc.sql("select sample_loaded from demo_state where id = 1 for update")
                .query(Boolean.class)
                .single();
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
