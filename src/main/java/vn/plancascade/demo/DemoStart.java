package vn.plancascade.demo;

import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.plancascade.engine.EngineAfter;
import vn.plancascade.engine.MovableClock;

/** Sets the clock before the engine is built: a timer that starts a process takes its first day from it. */
@Component("demoStart")
@Profile("demo")
class DemoStart {

    static final OffsetDateTime DAY = OffsetDateTime.parse("2023-03-16T08:00:00+07:00");

    DemoStart(DemoState state) {
        MovableClock.offset(state.clockOffset(MovableClock.distanceTo(DAY.toInstant())));
    }

    @Bean
    static EngineAfter engineAfterDemoStart() {
        return new EngineAfter("demoStart");
    }
}
