package vn.plancascade.engine;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the engine's clock, and with it the product's; an offset, since a time that is set would stand still. */
public final class MovableClock {

    private MovableClock() {}

    /** The distance from the real time, in milliseconds. */
    public static long offset() {
        return ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
    }

    public static void offset(long millis) {
        ClockUtil.offset(millis);
    }

    /** The offset that makes it this moment now. */
    public static long distanceTo(Instant moment) {
        return Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), moment)
                .toMillis();
    }
}
