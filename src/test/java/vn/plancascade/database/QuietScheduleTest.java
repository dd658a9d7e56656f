package vn.plancascade.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@ExtendWith(OutputCaptureExtension.class)
class QuietScheduleTest {

    private static final String TRACE = "\tat " + QuietScheduleTest.class.getName();

    @Test
    void aDatabaseThatIsAwayIsOneLineATurn(CapturedOutput log) throws Exception {
        run(() -> {
            throw new CannotGetJdbcConnectionException("gone", new SQLTransientConnectionException("gone"));
        });

        assertThat(log)
                .contains("The database refused what is done on a schedule: AWAY")
                .doesNotContain(TRACE);
    }

    @Test
    void anythingElseIsToldWhole(CapturedOutput log) throws Exception {
        run(() -> {
            throw new IllegalStateException("broken");
        });

        assertThat(log).contains("failed; it is tried again at its next turn", "broken", TRACE);
    }

    private static void run(Runnable work) throws Exception {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        new QuietSchedule().customize(scheduler);
        scheduler.initialize();
        try {
            scheduler.submit(work).get();
        } finally {
            scheduler.shutdown();
        }
    }
}
