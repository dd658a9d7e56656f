package vn.plancascade.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.DatabaseRefusal;

/**
 * What is done every few seconds fails every few seconds while the database is away: {@link DatabaseState} says so once, and
 * here it is one line instead of a trace each time. Anything else that fails is told whole, and tried again at its next turn.
 */
@Component
class QuietSchedule implements ThreadPoolTaskSchedulerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(QuietSchedule.class);

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(QuietSchedule::told);
    }

    private static void told(Throwable fault) {
        DatabaseRefusal.of(fault)
                .ifPresentOrElse(
                        refusal -> LOG.warn("The database refused what is done on a schedule: {}", refusal),
                        () -> LOG.error(
                                "What is done on a schedule failed; it is tried again at its next turn", fault));
    }
}
