package vn.plancascade.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.plancascade.kernel.VietnamTime;

/** The product's one clock: it reads the engine's, so that a timer and a page never disagree on what time it is. */
final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(VietnamTime.ZONE);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
