package vn.plancascade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.support.GenericApplicationContext;

/** Readiness goes down before the port closes. */
class QuietStopTest {

    @Test
    void isUnreadyBeforeThePortCloses() {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.registerBean(ApplicationAvailabilityBean.class);
            context.refresh();
            QuietStop stop = new QuietStop(context, Duration.ZERO);
            stop.start();
            stop.stop();

            assertThat(context.getBean(ApplicationAvailabilityBean.class).getReadinessState())
                    .isEqualTo(ReadinessState.REFUSING_TRAFFIC);
            assertThat(stop.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
        }
    }
}
