package vn.plancascade.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * An instance that stops says first that it is not ready any more, and goes on serving for a while, until whoever stands in
 * front has noticed and sends nothing more. Only then does the port close. It is the first to stop of everything.
 */
@Component
class QuietStop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(QuietStop.class);

    private final ApplicationContext context;
    private final Duration grace;
    private volatile boolean running;

    QuietStop(ApplicationContext context, @Value("${plan-cascade.stop-grace}") Duration grace) {
        this.context = context;
        this.grace = grace;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        if (!grace.isZero()) {
            LOG.info("Not ready any more; the port closes in {} s", grace.toSeconds());
            try {
                Thread.sleep(grace.toMillis());
            } catch (InterruptedException atOnce) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
